"""The Streamlit pages, and the parts that they share."""
