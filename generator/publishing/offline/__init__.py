"""A finished site as one that opens from a folder, without a server: as a folder, or as a small ZIP."""
