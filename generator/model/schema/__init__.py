"""The shape of the content: one frozen type per thing an editor writes."""
