"""What no single type of the schema can see: symmetry between roles, references, ids of old, sums of charts."""
