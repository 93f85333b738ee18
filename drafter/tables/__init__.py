"""Tables that staff bring (.xlsx, .csv, pasted): their rows as facts, and facts as tables to hand around."""
