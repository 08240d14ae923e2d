"""What all tests share."""

from __future__ import annotations

import os
import tempfile

# Before anything is started: no test may find or leave an index in the user's own cache folder.
_CACHE = tempfile.TemporaryDirectory(prefix="bot-tests-")
os.environ["XDG_CACHE_HOME"] = _CACHE.name
