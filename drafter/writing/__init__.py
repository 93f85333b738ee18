"""Skeleton and facts to sections: prompts, slots, the chat model, the offline writer, the writer."""
