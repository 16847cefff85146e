"""YAML as the editor typed it: a plain tree with places, and everything that YAML's rules would change or lose."""
