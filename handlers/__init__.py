"""The HTTP edge. Every module at this level is a tag of the document, every public function an operationId."""
