"""From boxes to a frame: measuring text, breaking lines, placing boxes. Knows colour roles, no colours."""
