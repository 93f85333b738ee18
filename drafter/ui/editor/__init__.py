"""The editor of a section: the text one writes in, with a mark under each number. engine.js is built from editor/."""
