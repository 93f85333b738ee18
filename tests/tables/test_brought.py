"""Real workbooks and .csv files on their way to rows: what is recognised, and what is told not to be."""

import datetime
import io
import re
import zipfile

import pytest
from books import book, saved
from openpyxl import Workbook

from drafter.errors import InputError
from drafter.tables.brought import grids_of, read_file
from drafter.tables.columns import layout_below
from drafter.tables.rows import Reading, Row

HEAD = ("事项", "本期", "单位", "上期", "来源")


def read(data: bytes, name: str = "台账.xlsx") -> Reading:
    return read_file(name, data)


def the_row(reading: Reading, label: str) -> Row:
    (found,) = [row for row in reading.rows if row.label == label]
    return found


def said(reading: Reading) -> str:
    return "\n".join(f"{u.place}：{u.said}：{u.because}" for u in reading.unread)


def test_a_plain_table_gives_its_facts_each_for_its_field():
    reading = read(book(HEAD, ("注册志愿者", 326, "名", 298, "台账"), ("充电桩", 24, "个", None, None)))
    volunteers, chargers = reading.rows
    assert (volunteers.id, volunteers.value, volunteers.previous, volunteers.note) == (
        "volunteers",
        "326",
        "298",
        "台账",
    )
    assert (chargers.id, chargers.label, chargers.value, chargers.unit) == ("", "充电桩", "24", "个")
    assert chargers.place == "台账 第3行"
    assert reading.unread == ()


def test_an_office_table_with_title_head_years_and_merged_topics_is_read():
    def dress(page):
        page.merge_cells("A1:F1")
        page.merge_cells("B4:B5")

    data = book(
        ("和平社区文明创建工作台账",),
        ("填报单位：和平社区", None, None, None, None, "2025年12月"),
        ("序号", "类别", "项目", "2024年", "2025年", "计量单位"),
        (1, "志愿服务", "志愿者", "298", "326", "人"),
        (2, None, "电动车充电宣讲", 3, 5, "场"),
        dress=dress,
    )
    reading = read(data)
    assert reading.head["unit"] == "和平社区"
    assert the_row(reading, "志愿者").previous == "298"
    lectures = the_row(reading, "电动车充电宣讲")
    assert (lectures.topic, lectures.value, lectures.previous) == ("volunteer", "5", "3")


def test_texts_name_the_figures_beside_them_where_no_other_column_does():
    named = read(
        book(
            ("类别", "工作内容", "今年", "单位"), ("志愿服务", "注册志愿者", 612, "人"), ("环境", "粉刷楼道", 18, "栋")
        )
    )
    assert [(r.label, r.value, r.text) for r in named.rows] == [("注册志愿者", "612", ""), ("粉刷楼道", "18", "")]
    told = read(book(("项目", "数量", "工作内容"), ("粉刷楼道", 18, "由物业完成")))
    assert [(r.label, r.value, r.text) for r in told.rows] == [("粉刷楼道", "18", "由物业完成")]


def test_a_line_that_names_a_group_alone_is_the_topic_of_the_lines_below_it():
    reading = read(
        book(
            ("序号", "事项", "本期", "单位"),
            ("一", "环境整治", None, None),
            (1, "整修楼道灯", 46, "盏"),
            ("二、志愿服务工作",),
            (2, "入户陪护", 326, "次"),
            ("（三）邻里节系列",),
            (3, "手工课", 3, "次"),
            (4, "夜校", None, None),
        )
    )
    assert [(r.label, r.topic) for r in reading.rows] == [
        ("整修楼道灯", "environment"),
        ("入户陪护", "volunteer"),
        ("手工课", ""),
    ]
    assert "一，环境整治" not in said(reading), "the form's own word is understood and needs no telling"
    assert "二、志愿服务工作：像是一组的名称，没有数；下面各项归到“志愿服务”" in said(reading)
    assert "（三）邻里节系列：像是一组的名称，没有数；下面各项按内容归类" in said(reading)
    assert "夜校：只有名称，没有数" in said(reading)


def test_a_figure_that_is_merged_over_two_rows_counts_once():
    def dress(page):
        page.merge_cells("B2:B3")

    reading = read(book(("事项", "本期", "单位"), ("甲队", 12, "人"), ("乙队", None, "人"), dress=dress))
    assert [(r.label, r.value) for r in reading.rows] == [("甲队", "12")]
    assert "乙队" in said(reading)


def test_a_heading_of_two_rows_is_one_heading():
    def dress(page):
        page.merge_cells("A1:A2")
        page.merge_cells("B1:C1")

    data = book(
        ("项目", "完成情况", None, "备注"), (None, "2024年", "2025年"), ("种植花箱", 30, 42, "清单"), dress=dress
    )
    row = the_row(read(data), "种植花箱")
    assert (row.previous, row.value, row.note) == ("30", "42", "清单")


@pytest.mark.parametrize(
    ("value", "shape", "value_read", "unit"),
    [
        (0.893, "0.0%", "89.3", "%"),
        (0.9, "0%", "90", "%"),
        (1234567.5, "#,##0.00", "1234567.50", ""),
        (0.1 + 0.2, "General", "0.3", ""),
        (326, '0"人"', "326", "人"),
        (20, '0"万元"', "20", "万元"),
        (datetime.datetime(2002, 6, 1), 'yyyy"年"m"月"', "2002年6月", ""),
        (datetime.datetime(2025, 3, 5), "yyyy-mm-dd", "2025年3月5日", ""),
        ("2,496", "@", "2,496", ""),
        ("约3万", "@", "约3万", ""),
        ("326人", "@", "326", "人"),
    ],
)
def test_a_cell_is_read_as_it_is_shown(value: object, shape: str, value_read: str, unit: str):
    def dress(page):
        page["B2"].number_format = shape

    row = the_row(read(book(("事项", "本期"), ("某项数", value), dress=dress)), "某项数")
    assert (row.value, row.unit) == (value_read, unit)


def test_a_cell_that_shows_less_than_it_holds_says_so():
    def dress(page):
        page["B2"].number_format = "0%"

    row = read(book(("事项", "本期"), ("居民满意率", 0.8934), dress=dress)).rows[0]
    assert (row.value, row.unit) == ("89", "%")
    assert "89.34%" in row.remark


def test_total_rows_and_letters_in_figures_are_there_to_correct_but_not_ticked():
    reading = read(book(HEAD, ("甲队", 12, "人"), ("清运垃圾", "12O", "吨"), ("合 计", 12, "人")))
    team, waste, total = reading.rows
    assert (team.ticked, waste.ticked, total.ticked) == (True, False, False)
    assert "改成 120" in waste.remark
    assert "合计" in total.remark


def test_nothing_that_could_not_be_read_is_dropped_in_silence():
    data = book(
        HEAD,
        ("植树", "—", "棵"),
        (),
        ("粉刷墙面", None, "平方米"),
        ("填表人：张某",),
        ("党员", 93, "名"),
        (None, 5, "个"),
    )
    reading = read(data)
    told = said(reading)
    for words in ("第2行：植树，—，棵：填的是“—”", "第4行：粉刷墙面，平方米：只有名称", "第5行：填表人：张某"):
        assert words in told
    assert [r.ticked for r in reading.rows] == [True, False]
    assert "没有事项名称" in reading.rows[1].remark


def with_formula(cached: str | None) -> bytes:
    """A workbook as Excel saves it: a formula, with the value that Excel reckoned or without one."""
    data = book(("事项", "本期"), ("结对帮扶", "=30+5"))
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "xl/worksheets/sheet1.xml":
                assert b"<v></v>" in content or b"<v />" in content or b"<v/>" in content
                content = re.sub(rb"<v ?/>|<v></v>", f"<v>{cached}</v>".encode() if cached else b"", content)
            new.writestr(part, content)
    return packed.getvalue()


def test_a_formula_counts_with_the_value_that_excel_saved():
    assert the_row(read(with_formula("35")), "结对帮扶").value == "35"


def test_a_formula_without_a_saved_value_is_told_with_the_remedy():
    reading = read(book(HEAD, ("甲队", 12, "人"), ("乙队", "=B2*2", "人")))
    assert "B 列：格里的公式还没有算出数" in said(reading)
    assert [r.label for r in reading.rows] == ["甲队"]


def test_every_visible_sheet_is_read_and_a_hidden_one_is_left():
    made = Workbook()
    for name, label in (("一组", "甲队"), ("二组", "乙队"), ("底稿", "丙队")):
        page = made.create_sheet(name)
        page.append(["事项", "本期"])
        page.append([label, 5])
    made["底稿"].sheet_state = "hidden"
    data = saved(made)
    assert [r.place for r in read(data).rows] == ["一组 第2行", "二组 第2行"]
    assert [g.name for g in grids_of("x.xlsx", data) if g.hidden] == ["底稿"]


def test_a_table_without_a_heading_is_told_by_what_stands_in_its_columns():
    reading = read(book(("巡逻队员", 24, "名"), ("志愿服务队伍", 5, "支"), ("种植花箱", "40余", "个")))
    assert [(r.label, r.value, r.unit) for r in reading.rows][2] == ("种植花箱", "40余", "个")
    assert [r.id for r in reading.rows] == ["patrollers", "volunteer_teams", ""]


def test_a_title_over_some_of_the_columns_is_no_part_of_the_heading():
    rows = (("2026年度创建数据",), ("项目", "本年", "单位", "去年", "来源"), ("清运垃圾", 326, "吨", 280, "环卫台账"))
    for width in ("A1:C1", "A1:D1", "A1:E1"):
        row = read(book(*rows, dress=lambda page, width=width: page.merge_cells(width))).rows[0]
        assert (row.label, row.value, row.previous, row.note) == ("清运垃圾", "326", "280", "环卫台账"), width


def test_a_merged_cell_over_two_years_belongs_to_the_heading():
    rows = ((None, "完成数据", None), ("项目", "2026年", "2025年"), ("清运垃圾", 326, 280))
    grid = grids_of("x.xlsx", book(*rows, dress=lambda page: page.merge_cells("B1:C1")))[0]
    assert layout_below(grid, 2).heads == ("项目", "完成数据2026年", "完成数据2025年")


def test_a_table_that_names_its_things_across_is_read_across():
    data = book(("社区", "户数", "总人口（人）", "在册党员"), ("和平社区", 1200, 3600, 93))
    assert [(r.id, r.value) for r in read(data).rows] == [
        ("households", "1200"), ("population", "3600"), ("party_members", "93"),
    ]  # fmt: skip


def test_units_come_from_the_label_the_heading_or_the_line_above():
    from_label = read(book(("项目", "数量"), ("改造公厕（座）", 3))).rows[0]
    from_head = read(book(("项目", "金额（万元）"), ("改造投入", 20))).rows[0]
    from_above = read(book(("单位：万元",), ("项目", "数值"), ("改造投入", 20))).rows[0]
    assert (from_label.label, from_label.unit, from_head.unit, from_above.unit) == ("改造公厕", "座", "万元", "万元")


def test_a_unit_that_the_form_does_not_take_makes_a_fact_of_its_own():
    row = read(book(HEAD, ("清运垃圾", 40, "斤"))).rows[0]
    assert (row.id, row.unit) == ("", "斤")


def test_words_go_where_the_form_asks_for_words():
    row = read(book(("事项", "内容"), ("志愿服务项目", "家电维修、义务理发"))).rows[0]
    assert (row.id, row.text, row.value) == ("volunteer_items", "家电维修、义务理发", "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_a_csv_file_is_read_in_every_encoding_of_an_office(encoding: str, sign: str):
    text = "\r\n".join(
        sign.join(row) for row in (("事项", "数量", "单位"), ("注册志愿者", "326", "名"), ("花箱", "40", "个"))
    )
    rows = read(text.encode(encoding), "台账.csv").rows
    assert [(r.label, r.value, r.unit) for r in rows] == [("注册志愿者", "326", "名"), ("花箱", "40", "个")]


def test_columns_that_nobody_knows_are_told():
    data = book(("事项", "本期", "联络情形"), ("花箱", 4, "甲"))
    assert "C 列：联络情形：没有认出" in said(read(data))


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "spreadsheetml.sheet.main+xml")
        file.writestr("xl/worksheets/sheet1.xml", b" " * 60_000_000)
    return packed.getvalue()


def merged_over_everything() -> bytes:
    data = book(("事项", "本期"), ("甲", 1))
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for part in old.namelist():
            merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
            new.writestr(part, old.read(part).replace(b"</sheetData>", merged))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("台账.xlsx", b"", "空文件"),
        ("台账.xlsx", b"PK\x03\x04nothing", "可能已损坏"),
        ("台账.xlsx", b"abc", "不是Excel表格"),
        ("台账.xlsx", b"\xd0\xcf\x11\xe0" + b"x" * 600, "旧版"),
        ("台账.xls", b"\xd0\xcf\x11\xe0", r"另存为 \.xlsx"),
        ("台账.et", b"x", r"另存为 \.xlsx"),
        ("台账.xlsx", bomb(), "解开后过大"),
        ("台账.xlsx", merged_over_everything(), "合并的单元格过大"),
        ("台账.xlsx", book(), "都是空的"),
        ("台账.csv", b"", "空文件"),
        ("台账.csv", b"PK\x03\x04\x00\x00\x00", "不是文本表格"),
    ],
)
def test_a_file_that_can_not_be_used_is_one_clear_sentence(name: str, data: bytes, says: str):
    with pytest.raises(InputError, match=says) as told:
        read(data, name)
    assert name in str(told.value)
    assert len(str(told.value)) < 90


def test_a_stray_cell_far_down_costs_nothing_and_is_told():
    def dress(page):
        page["A1048576"] = "远处"

    reading = read(book(HEAD, ("甲队", 12, "人"), dress=dress))
    assert [r.label for r in reading.rows] == ["甲队"]
    assert "1 格没有读" in said(reading)


def test_the_heading_can_be_looked_for_by_hand():
    (grid,) = grids_of("x.xlsx", book(("某表",), ("甲", "乙"), ("花箱", 4)))
    assert layout_below(grid, 2).heads == ("甲", "乙")
    assert layout_below(grid, 2).roles == ("label", "value")


def test_a_csv_of_millions_of_lines_is_refused_before_it_is_taken_apart() -> None:
    with pytest.raises(InputError, match=r"^“大\.csv”的内容过多"):
        grids_of("大.csv", b"a,1\n" * 60_000)
