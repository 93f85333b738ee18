"""The units of the genre, by what they measure. Data; which of them convert into each other is the tracer's matter."""

from __future__ import annotations

from drafter.models import NumberType


def words(text: str) -> frozenset[str]:
    """Return the words of a text that are parted by blanks."""
    return frozenset(text.split())


MONEY = words(
    """
    元 圆 块钱 元钱 美元 港元 港币 欧元 日元 英镑 角 角钱 毛钱
    """
)
DURATION = words(
    """
    年 年间 年度 载 周年 週年 个年头 年头 个月 個月 周 週 个星期 個星期 星期 个礼拜 天 日 昼夜 个昼夜 日夜 个日夜 夜 晚
    个日日夜夜 个春秋
    小时 小時 个小时 個小時 个钟头 钟头 分钟 分鐘 刻钟 秒 秒钟 个季度 个学期 学期 学年 个学年 个工作日 工作日
    个交易日 世纪 个世纪 课时 学时 个课时 个学时
    """
)
PERCENT = words(
    """
    个百分点 百分点 个百份点 百份点 个千分点 千分点 個百分點 百分點
    """
)
MEASURE = words(
    """
    平方米 平方公里 平方千米 平方厘米 平方英尺 平方 平米 平 ㎡ m² M² m2 公里 公裡 千米 华里 海里 里 里地 里路 米
    厘米 釐米 毫米 分米 寸 英寸 尺 丈 延米 延长米 公顷 公頃 hm² hm2 亩 畝 亩地 顷 立方米 立方公里 立方 方 m³ 吨 噸 公吨
    公斤 千克 克 斤 市斤 毫克 微克 升 毫升 千瓦 千瓦时 兆瓦 瓦 度电 度 千伏 伏 摄氏度 ℃ 卡 千卡 KB MB GB TB K G
    M kg KG km KM cm mm m ml mL L t g kW kw kWh MW M米 倍 分贝 马力
    """
)
AGE = words(
    """
    岁 周岁 歲 週歲 虚岁
    """
)
CLASSIFIERS = words(
    """
    个 個 名 人 位 户 戶 家 次 场 場 期 件 起 项 項 条 條 支 处 處 份 块 塊 张 張 套 台 臺 辆 輛 栋 棟 幢 座 间
    間 所 册 冊 本 篇 幅 对 對 盏 盞 棵 株 只 隻 头 頭 匹 口 艘 架 部 门 門 节 節 堂 讲 講 课 課 轮 輪 批 届 屆
    队 隊 组 組 班 类 類 种 種 样 樣 款 级 級 层 層 楼 樓 道 面 片 段 根 把 顶 頂 双 雙 副 盘 盆 桌 车 車 船 箱
    袋 包 瓶 桶 罐 盒 枚 颗 顆 粒 滴 束 捆 堆 桩 樁 宗 例 笔 筆 单 單 卷 页 頁 字 句 首 曲 出 幕 集 版 封 通 则
    則 格 站 点 點 室 厅 廳 校 村 镇 鎮 乡 鄉 街 县 縣 省 市 区 區 馆 館 国 网格 網格 单元 單元 支部 党支部 党组
    党委 村居 行政村 自然村 村民小组 居民小组 小组 组别 代 辈 员 方面 方 者 大 大类 大類 大项 大块 大板块 大片区
    大片 大件 大支 大功能区 小类 小项 小支 小块 门栋 代表队 人次 人份 人天 人日 人时 户次 戶次 家次 车次 車次
    场次 場次 册次 处次 處次 件次 班次 剂次 台次 辆次 架次 批次 趟次 例次 项次 条次 篇次 头次 艘次 盒次 组次
    队次 店次 栋次 只次 袋次 支次 幅次 起次 剂 针 步 趟 遍 回 下 声 圈 票 席 床 铺 贴 帖 列 排 行 档 栏 号 具 串
    柱 扎 发 挺 味 羽 尾 垄 截 簇 纸 缕 团 枝 朵 瓣 餐 顿 杯 碗 碟 勺 壶 锅 斗 筐 篮 担 挑 锹 板 管 筒 身 系列
    场馆 局 环 关 招 手 步骤 环节 阶段 层次 层面 维度 领域 部位 平台 路径 孔 眼 尊 挂 辑 股 案 炮 重 流 元素 丛
    畦 穴 墩 茬 季 窝 群 拨 伙 泡 摊 潭 汪 杆 柄 扇 樘 听 打 刀 令 沓 摞 叠 线 点位 路段 路口 名额 章 节次 讲次
    课次 分 问 孩 胎 荤 素 汤 乡镇 街道 学段 班级 教学班 频道 标段 梯队 栏目 车道 楼栋 席位 床位 车位 泊位 岗位
    学科 专业 工种 任 帧 位次 匣 匝 埭 堵 墙 绺 腔 番 股子 口袋 记 拍 瓢 篓 笼 溜 抹 撮 丝 代人 条心 丸
    学分 學分
    """
)

UNITS: dict[str, NumberType] = {
    **dict.fromkeys(CLASSIFIERS | MEASURE | AGE, "quantity"),
    **dict.fromkeys(DURATION, "duration"),
    **dict.fromkeys(MONEY, "money"),
    **dict.fromkeys(PERCENT, "percent"),
}
UNITS_BY_PAIR: dict[str, tuple[str, ...]] = {
    pair: tuple(sorted((unit for unit in UNITS if unit[:2] == pair), key=len, reverse=True))
    for pair in {unit[:2] for unit in UNITS if len(unit) > 1}
}
"""The units that begin with two signs, longest first."""

# Behind 一 these say no more than "a" or "some", unless the place says that it is counted.
VAGUE_CLASSIFIERS = CLASSIFIERS - words(
    """
    分 次产业 级 楼 层 站 校 手 重 关 班 身 号 流 者 代 辈 大 步 步骤 省 市 县 国 孩 胎 方 荤 素 汤 字 员 点 室
    区 街 乡 镇 村
    """
) | words(
    """
    些 系列 连串 揽子 整套 阵 股劲 部分 方面 大批 大片 大早 大群 小部分 小撮 席话 番话
    """
)
ORDINAL_UNITS = words(
    """
    名 届 屆 位 批 次 期 家 张 个 個 等 等奖 季度 轮 站 季 代 场 例 枚 部 条 座 支 所 人 件 天 年 周 月 组 级 层
    楼 号 版 集 章 讲 课 篇 辑 项 把 本 块 间 台 顺位 梯队 份 方队 档 学期 学年 小组 单元 片区 网格 党支部 支部
    村民小组 居民小组 教学楼 车间 轮次 棒 针 剂 批次 笔 单 封 卷 门 班 节 步 遍 回 趟
    """
)
