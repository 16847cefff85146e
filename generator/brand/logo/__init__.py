"""The logo as it is understood: shapes and colours, and nothing that could run, load or lead elsewhere."""
