"""From a corrected document to the text of every generated file, and to the disk."""
