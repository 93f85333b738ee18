"""The errors whose text is meant for staff.

DrafterError
├── InputError      a file or a value that the user gave can't be used; says where and what to do
├── ModelError      the chat model can't be reached or can't answer; says what to check next
└── StoreError      drafts can't be read from or written to the database

Only the command line and the pages catch these. Anything else that is raised is a bug and stays a traceback.
"""


class DrafterError(Exception):
    """One clear Chinese sentence for staff: what is wrong, where, and what to do."""


class InputError(DrafterError):
    """A file or value given by the user can't be used."""


class ModelError(DrafterError):
    """The chat model could not be reached, refused, or broke off."""


class StoreError(DrafterError):
    """The database of drafts can't be used."""
