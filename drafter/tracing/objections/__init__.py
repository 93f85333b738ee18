"""Why a value that a fact states does not stand: it is told of something else, of another time, part, side or deed."""
