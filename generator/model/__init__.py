"""The model of roles: read from YAML, checked, and asked questions of. Knows nothing of drawing."""
