"""Following the vendor: a new document, what it changes, and the release that it asks for."""
