"""What a user means by a name: a toolkit, or one framework of it."""

from pathlib import Path

from nlcaudit.diagnostics import did_you_mean
from nlcaudit.errors import PathError
from nlcaudit.framework import Toolkit
from nlcaudit.loader import Loaded, load_toolkit, resolve_toolkit
from nlcaudit.loader.toolkits import FILE


def choose_toolkit(name: str, within: str = "nlc") -> tuple[Loaded[Toolkit], tuple[str, ...] | None]:
    """Load what `name` means.

    Args:
        name: the id of a shipped toolkit, a folder, a file, or the id of a framework of the toolkit `within`.
        within: where framework ids are looked up.

    Returns:
        The loaded toolkit, and the frameworks chosen from it; None means the whole toolkit.

    Raises:
        PathError: nothing has that name.
    """
    try:
        path = resolve_toolkit(name)
    except PathError:
        loaded = load_toolkit(within)
        if loaded.value is None or loaded.value.framework(name) is None:
            known = loaded.value.roles if loaded.value else ()
            hint = did_you_mean(name, known, "nlcaudit frameworks list")
            raise PathError(f"there is no toolkit or framework “{name}”", hint) from None
        return loaded, (name,)
    loaded = load_toolkit(name)
    one = path.is_file() and path.name != FILE and loaded.value is not None
    if one and loaded.value is not None and loaded.value.framework(path.stem) is not None:
        return loaded, (Path(path).stem,)
    return loaded, None
