"""What a user means by a name: a toolkit, or one framework of it."""

from nlcaudit.bundled import shipped_toolkits
from nlcaudit.diagnostics import did_you_mean
from nlcaudit.errors import PathError
from nlcaudit.framework import Toolkit
from nlcaudit.loader import Loaded, load_toolkit, resolve_toolkit
from nlcaudit.sentences import Sentence


def choose_toolkit(name: str, within: str = "nlc") -> tuple[Loaded[Toolkit], tuple[str, ...] | None]:
    """Load what `name` means.

    Args:
        name: the id of a shipped toolkit, a folder, a file, or the id of a framework of the toolkit `within`.
        within: where framework ids are looked up.

    Returns:
        What came of loading the toolkit, and the frameworks chosen from it; None means the whole toolkit. Where the
        toolkit has errors, nobody can say whether it has a framework of that name: the errors are the answer.

    Raises:
        PathError: nothing has that name.
    """
    try:
        path = resolve_toolkit(name)
    except PathError:
        loaded = load_toolkit(within)
        if loaded.value is not None and loaded.value.framework(name) is None:
            known = [*shipped_toolkits(), *loaded.value.roles]
            raise PathError(
                Sentence("there is no toolkit or framework “{name}”", name=name),
                did_you_mean(
                    name, known, Sentence("they are listed by: {command}", command="nlcaudit frameworks list")
                ),
            ) from None
        return loaded, (name,)
    loaded = load_toolkit(name)
    if path.is_file() and loaded.value is not None and loaded.value.framework(path.stem) is not None:
        return loaded, (path.stem,)
    return loaded, None
