"""``python -m`` this package: ``verify`` tells whether it is as it was generated."""

import sys
from pathlib import Path

from ._support.verify import main

if __name__ == "__main__":
    sys.exit(main(Path(__file__).parent, "fragmint.lock", __package__))
