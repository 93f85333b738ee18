"""Text -> mentions: which numbers does a Chinese text hold, and what do they mean. Pure: no file but its own data."""
