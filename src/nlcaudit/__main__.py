"""`nlcaudit` and `python -m nlcaudit`."""

from nlcaudit.cli import main

if __name__ == "__main__":
    main()
