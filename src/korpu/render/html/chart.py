"""A bar chart of amounts by year, as SVG that stands in a page."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from html import escape

from korpu.render.page import Bar, Chart
from korpu.render.wording.amounts import group_digits, marks_of
from korpu.translations import table

WIDTH, HEIGHT = 680, 260
LEFT, RIGHT, TOP, BOTTOM = 84, 4, 16, 32
"""Room around the bars, in the drawing's own units: for the axis's figures and the years."""
GROUP_SHARE = 0.72
"""The share of a year's width that its bars take."""
MOST_TICKS = 5


def chart_svg(chart: Chart, language: str) -> str:
    """Return the chart as an SVG element; its colours come from the page's classes `series-0`, `series-1`, …

    Every text is escaped. A screen reader gets the title and all amounts as the description.
    """
    bars = [bar for _, row in chart.rows for bar in row if bar]
    step, top = nice_scale(max((bar.amount for bar in bars), default=Decimal(1)))
    parts = [
        f'<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="chart-title chart-desc">',
        f'<title id="chart-title">{escape(chart.title)}, {escape(chart.unit)}</title>',
        f'<desc id="chart-desc">{escape(describe(chart))}</desc>',
        *_grid(step, top, language),
    ]
    room = (WIDTH - LEFT - RIGHT) / len(chart.rows)
    for number, (year, row) in enumerate(chart.rows):
        left = LEFT + number * room
        parts.append(f'<text class="year" x="{left + room / 2:.1f}" y="{HEIGHT - 8}">{escape(year)}</text>')
        width = room * GROUP_SHARE / len(chart.series)
        for series, bar in enumerate(row):
            if bar:
                x = left + room * (1 - GROUP_SHARE) / 2 + series * width
                parts.append(_bar(bar, series, x, width, top, f"{year}, {chart.series[series]}"))
    parts.append("</svg>")
    return "\n".join(parts)


def nice_scale(most: Decimal) -> tuple[Decimal, Decimal]:
    """Return the step of an axis (1, 2 or 5 times a power of ten) and its end, so that `most` fits.

    >>> nice_scale(Decimal("5120.4"))
    (Decimal('2000'), Decimal('6000'))
    """
    if most <= 0:
        return Decimal(1), Decimal(1)
    power = Decimal(10) ** (most / MOST_TICKS).adjusted()
    step = next(power * factor for factor in (1, 2, 5, 10) if most / (power * factor) <= MOST_TICKS)
    ticks = (most / step).to_integral_value(ROUND_CEILING)
    return Decimal(f"{step:f}"), Decimal(f"{step * ticks:f}")


def describe(chart: Chart) -> str:
    """Return all amounts in words."""
    return "; ".join(
        f"{year}, {series}: {bar.text}"
        for year, row in chart.rows
        for series, bar in zip(chart.series, row, strict=True)
        if bar
    )


def _y(amount: Decimal, top: Decimal) -> float:
    share = float(max(amount, Decimal(0)) / top)
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def _grid(step: Decimal, top: Decimal, language: str) -> list[str]:
    marks = marks_of(table(language))
    lines = []
    for number in range(int(top / step) + 1):
        y = _y(step * number, top)
        figure = escape(group_digits(f"{step * number:f}", marks))
        lines.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        lines.append(f'<text class="tick" x="{LEFT - 8}" y="{y + 4:.1f}">{figure}</text>')
    return lines


def _bar(bar: Bar, series: int, x: float, width: float, top: Decimal, name: str) -> str:
    y = _y(bar.amount, top)
    dispute = " contested" if bar.is_disputed else ""
    notes = "".join(f"[{number}]" for number in bar.notes)
    return (
        f'<rect class="bar series-{series}{dispute}" x="{x:.1f}" y="{y:.1f}" width="{max(width - 2, 1):.1f}" '
        f'height="{HEIGHT - BOTTOM - y:.1f}"><title>{escape(f"{name}: {bar.text} {notes}")}</title></rect>'
    )
