"""What judging.md leaves open, decided here and nowhere else.

Each choice stands beside the other reading. When a ruling settles one, change
it here (or drop it) and run the suite again.
"""

# A `complete` of side east, and X whom only the book claims to be directed by
# east: True: in the reading in which X counts for east the complete covers X,
# too. False: it covers only who is certainly within east.
CLAIM_IS_CLOSED_TOO = False

# `notified D` with D after the as-of day, in an entry dated before it. True:
# an entry is known whole. False: what is told later is not known yet.
TELLING_IS_KNOWN_EARLY = False

# Seen exceeds the state of the moment but not the most of the day (a movement
# of that day): the high end is "most" (the most of the day) or "seen".
HIGH_IF_SEEN = "seen"

# The measure of a notice `at most D after it`: +1: the lead (told before the
# start is above zero). -1: the delay.
SIGN_OF_AFTER = -1

# The measure of a deed that is done: True: that of the moment asked about.
# False: that of the moment at which it was done.
DONE_IS_MEASURED_NOW = False

# A step of which no book lists anything: True: nothing was done (0, broken
# at the deadline). False: undetermined, without a measure.
UNLISTED_DEED_IS_NOTHING = True

# `stationed` of a force on the way between home and abroad: True: as for the
# zone "outside its own territory", so that what goes home counts no more once
# it has left, and what goes abroad counts 0..n. False: 0..n either way.
STATIONED_IS_A_ZONE = True

# `claim X directed by Y` in one book: True: for the forces that this book
# lists. False: for those that any book lists.
CLAIM_IS_OF_ITS_BOOK = False

# A withdrawal, and a force that is on the way from one place in Z1 to another
# there: True: it has left and stands nowhere. False: it is in Z1 all along.
WAY_INSIDE_HAS_LEFT = False

# `covers notices of`: True: of the book that tells the movement. False: of
# any book.
COVERS_OF_ITS_BOOK = False

# An `exercise` in a clause about `exercise.alert`: True: it may be one, as
# with items. False: it is none.
EVENT_ABOVE_MAY_BE = True

# A quota `at once`: True: an event that began before the clause was in force
# and goes on counts. False: it does not.
ONGOING_COUNTS = True

# Seeds in which the program does what the page forbids; each was reported.
# The suite demands that they still differ, so that none stays here too long.
WAITING = {}
