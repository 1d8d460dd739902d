"""Shapes without text, and the same in characters."""
# ruff: noqa: N817, S314 - fractions are everywhere here; what is parsed is our own

from fractions import Fraction as F
from xml.etree import ElementTree as ET

import pytest

from nlcaudit.charts import draw, draw_key, write
from nlcaudit.report import Bar, Dumbbell, Grid, Radar, Strip

LEVELS = (F(0), F(1, 3), F(2, 3), F(1))
CHARTS = [
    Bar(F(1, 2), F(1, 4), F(3, 4), (F(1), F(0), None, F(1, 3), F(1, 5))),
    Bar(None, F(0), F(1)),
    Bar(None, None, None),
    Bar(F(0), F(0), F(0)),
    Dumbbell((F(1, 3), F(2, 3)), LEVELS),
    Dumbbell((None, F(1)), LEVELS),
    Dumbbell((None, None), (F(0), F(1))),
    Grid((0, 2, 1), (0, 0, 3)),
    Grid((0,), (0,)),
    Strip((2, 1, 1), (F(1, 2), F(0), F(1))),
    Radar((F(1), F(1, 2), F(0)), ((F(1), None, F(1, 2)), (F(0), F(0), F(1)))),
]


@pytest.mark.parametrize("chart", CHARTS, ids=str)
def test_a_chart_holds_no_text_and_is_hidden_from_assistive_technology(chart):
    drawn = ET.fromstring(draw(chart))
    assert drawn.attrib["aria-hidden"] == "true"
    assert "".join(drawn.itertext()) == ""


@pytest.mark.parametrize("chart", CHARTS, ids=str)
def test_a_chart_has_no_attribute_that_styles(chart):
    assert {name for shape in ET.fromstring(draw(chart)).iter() for name in shape.attrib} <= {
        "class", "viewBox", "aria-hidden", "d", "cx", "cy", "r",
    }  # fmt: skip


def test_a_bar_is_as_long_as_its_score():
    bar = ET.fromstring(draw(Bar(F(1, 4), None, None))).find("*[@class='bar']")
    assert bar.attrib["d"] == "M6 8H53"  # a quarter of 188


def test_bounds_are_drawn_where_they_say_more_than_the_score():
    def has_bounds(chart):
        return "bounds" in draw(chart)

    assert has_bounds(Bar(F(1, 2), F(1, 4), F(3, 4)))
    assert has_bounds(Bar(None, F(1, 2), F(1, 2)))
    assert not has_bounds(Bar(F(1, 2), F(1, 2), F(1, 2)))


def test_a_block_of_a_strip_is_as_wide_as_its_levels_and_as_high_as_its_share():
    path = ET.fromstring(draw(Strip((2, 1, 1), (F(1, 2), F(0), F(1))))).find("*").attrib["d"]
    assert path == "M6 24v-11.5H97v11.5zM100 24v-1.5H144v1.5zM147 24v-23H191v23z"  # what nobody chose is a thin line


def test_a_radar_goes_clockwise_from_the_top():
    drawn = ET.fromstring(draw(Radar((F(1), F(1, 2), F(1), F(0)))))
    assert drawn.find("*[@class='area']").attrib["d"] == "M0 -90L45 0L0 90L0 0z"
    assert drawn.find("*[@class='link']").attrib["d"] == "M0 0L0 -90"  # the first axis is the thick one


def test_sides_differ_in_shape():
    shapes = ET.fromstring(draw(Dumbbell((F(0), F(1, 3), F(2, 3), F(1)), LEVELS)))
    marks = [shape for shape in shapes if shape.attrib["class"].startswith("mark-")]
    assert [shape.tag for shape in marks] == ["circle", "path", "path", "path"]
    assert len({shape.attrib.get("d", "").split(" ", 1)[-1].lstrip("0123456789.") for shape in marks}) == 4


def signs(chart):
    return [shape.attrib["class"] for shape in ET.fromstring(draw(chart)) if shape.attrib["class"] != "axis"]


def test_a_grid_has_a_box_for_each_class_and_a_sign_for_each_step_the_marked_ones_first():
    drawn = ET.fromstring(draw(Grid((0, 2, 1), (0, 0, 3))))
    assert len(drawn.findall("*[@class='axis']")) == 3
    assert signs(Grid((0, 2, 1), (0, 0, 3))) == ["round", "round", "square", "square", "square", "round"]


def test_the_boxes_of_a_grid_grow_with_the_fullest_and_no_sign_leaves_its_box():
    one, many = Grid((1, 0, 0), (0, 0, 0)), Grid((20, 1, 0), (3, 0, 0))
    heights = [float(ET.fromstring(draw(chart)).attrib["viewBox"].split()[3]) for chart in (one, many)]
    assert heights[0] < heights[1]
    places = [
        (float(shape.attrib["cx"]), float(shape.attrib["cy"]))
        for shape in ET.fromstring(draw(many)).findall("*[@class='round']")
    ]
    assert len(set(places)) == 21
    assert all(6 < x < 6 + 188 / 3 and 0 < y < heights[1] for x, y in places[:20])
    assert 6 + 188 / 3 < places[20][0] < 6 + 2 * 188 / 3


@pytest.mark.parametrize("shape", ["bar", "bounds", "mark-0", "mark-3", "round", "square"])
def test_a_key_shows_the_shape_it_explains(shape):
    assert ET.fromstring(draw_key(shape)).find("*").attrib["class"] == shape


@pytest.mark.parametrize(
    ("chart", "expected"),
    [
        (Bar(F(1, 2), None, None), "██████████░░░░░░░░░░"),
        (Bar(F(1), None, None), "████████████████████"),
        (Bar(F(1, 2), F(2, 5), F(3, 5), (F(1), F(0))), "◆███████▒▒▒▒░░░░░░░●"),
        (Dumbbell((F(1, 4), F(3, 4)), LEVELS), "·····●─────────◆·····"),
        (Dumbbell((F(1, 2), F(1, 2)), LEVELS), "··········◈··········"),
        (Dumbbell((None, None), LEVELS), "·····················"),
        (Grid((0, 2, 1), (0, 0, 3)), "│·│●●│■■■●│"),
        (Grid((0,), (0,)), "│·│"),
        (Strip((2, 1, 1), (F(1, 2), F(0), F(1))), "│▅▅▅▅▅▅│···│███│"),
        (Radar((F(1), F(1), F(1))), ""),
    ],
)
def test_a_chart_of_characters(chart, expected):
    assert write(chart) == expected
