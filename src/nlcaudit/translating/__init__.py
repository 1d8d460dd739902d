"""A toolkit's texts as gettext catalogues: out to a translator, and back into the files they came from."""

from nlcaudit.translating.catalogue import Problem, parse_catalogue, render_catalogue
from nlcaudit.translating.material import Material, check_language, load_material
from nlcaudit.translating.taking import Plan, plan_import, save_plan

__all__ = [
    "Material", "Plan", "Problem", "check_language", "load_material", "parse_catalogue", "plan_import",
    "render_catalogue", "save_plan",
]  # fmt: skip
