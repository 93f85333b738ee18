// Puts Chinese words in the place of Streamlit's English ones: in its file fields, in the boxes that open over them, in
// the page list at the top, where a narrow window folds the last pages away, over its tables, beside a field in which
// somebody types, in lists without an entry and where the server is gone; and in the names by which a screen reader
// tells its signs and buttons.
const RUNNING = Symbol.for("drafter.chinese");
const LISTS = "[data-testid=stSelectboxVirtualDropdown], [data-testid=stMultiSelectDropdown]";
const PLACES =
  "header, [data-testid=stFileUploader], [data-testid=stTooltipContent], [data-testid=stTooltipErrorContent], " +
  "[data-testid=stElementToolbar], [data-testid=stDataFrameColumnMenu], [data-testid=stSkipToContent], " +
  "[data-testid=stToastViewButton], [data-testid=InputInstructions], [data-testid=stDialog], " + LISTS;
// What stands in these may be staff's own words, so that only their own names are changed.
const NAMED =
  "[data-testid=stSidebar], [data-testid=stSidebarHeader] button, [data-testid=stTooltipHoverTarget], " +
  "[data-testid=stTooltipHoverTarget] button, [data-testid=stHeaderActionElements] a, [data-testid=stSelectbox] button, " +
  "[data-testid=stSelectbox] input, [data-testid=stMultiSelect] input, [data-testid=stMultiSelect] button, " +
  "[data-testid=stTopNav], [data-testid=stToastContainer], [data-testid=stToast] button, " +
  "[data-testid=stTextInput] button, [data-testid=stNumberInput] button, [role=group], [role=img][aria-label$=' icon']";
const ATTRIBUTES = ["aria-label", "placeholder"];
const SMALLER = "没有上传：请删去图片或拆成几个文件。";
const AGAIN = "没有传上，请再传一次。";
const EMPTY = /^No results$/;
const GONE = "程序没有回应，可能已经关闭，或者网络断了。保存过的都在；程序重新打开后，这里会自己接上，接着填写。";

const WORDS = [
  [/^(\d+) more$/, (at, found) => `另有 ${found[1]} 页`],
  [/^Upload$/, () => "选择文件"],
  [/^Upload directories$/, () => "选择文件夹"],
  [/^Drag and drop .* here$/, () => "放在这里"],
  // The label tells the limit and the kinds.
  [/^\d+(\.\d+)?[KMG]?B per file$/, () => "也可以把文件拖到这里"],
  [/^ • [A-Z0-9, ]+$/, () => ""],
  [/^Error: $/, () => ""],
  [/^File must be ([\d.]+)([KMG]?B) or smaller\.$/, (at, found) => `超过 ${Number(found[1])}${found[2]} 的上限，${SMALLER}`],
  [/^.* ?files are not allowed\.$/, (at) => `不收这种文件，没有上传：请换成${kinds(at)}文件。`],
  [/^Only one file is allowed\.$/, () => "一次只能传一个文件，请只选一个。"],
  [/^File size is too small\.$/, () => "是空文件，请检查是否选错了文件。"],
  [/^Connection error$/, (at) => (at?.closest("[role=dialog]") ? "连不上程序" : AGAIN)],
  [/^(Streamlit server is not responding|Connection failed|Connection timed out|Is Streamlit still running)/, () => GONE],
  [/^Request failed with status 413$/, () => `超过上限，${SMALLER}`],
  [/^(Request failed|Network|Failed to|Connection|Unexpected error|Upload failed|Unknown Error|Request timed)/i, () => AGAIN],
  [/^file upload$/, () => "选择文件"],
  [/^Help for (.+)$/, (at, found) => `说明：${found[1]}`],
  [/^Help$/, () => "说明"],
  [/^Skip to main content$/, () => "跳到正文"],
  [/^Sidebar$/, () => "侧栏"],
  [/^Collapse sidebar$/, () => "收起侧栏"],
  [/^Expand sidebar$/, () => "展开侧栏"],
  [/^App pages$/, () => "各页"],
  [/^Link to heading$/, () => "这个标题的链接"],
  [/^Open$/, () => "展开选项"],
  [/^Close$/, () => "关闭"],
  [/^view more$/, () => "展开"],
  [/^view less$/, () => "收起"],
  [/^Notifications$/, () => "提示"],
  [/^Copy to clipboard$/, () => "复制"],
  [/^Choose an option$/, () => "请选择"],
  [/^Choose options$/, () => "请选择"],
  [/^Clear (value|all)$/, () => "清空"],
  [/^(Add files|add icon)$/, () => "再加文件"],
  [/^Remove (.+)$/, (at, found) => `移除 ${found[1]}`],
  [/^Add row(: .*)?$/, (at, found) => `添一行${found[1] ?? ""}`],
  [/^Delete row\(s\)(: .*)?$/, (at, found) => `删去选中的行${found[1] ?? ""}`],
  [/^Show\/hide columns(: .*)?$/, (at, found) => `显示或隐藏列${found[1] ?? ""}`],
  [/^Download as CSV(: .*)?$/, (at, found) => `下载为 CSV${found[1] ?? ""}`],
  [/^Search(: .*)?$/, (at, found) => `查找${found[1] ?? ""}`],
  [/^Clear selection(: .*)?$/, (at, found) => `取消选择${found[1] ?? ""}`],
  [/^Fullscreen(: .*)?$/, (at, found) => `全屏${found[1] ?? ""}`],
  [/^Close fullscreen(: .*)?$/, (at, found) => `退出全屏${found[1] ?? ""}`],
  [/^Sort ascending$/, () => "从小到大排"],
  [/^Sort descending$/, () => "从大到小排"],
  [/^Statistics$/, () => "统计"],
  [/^Format$/, () => "格式"],
  [/^Autosize$/, () => "按内容调整列宽"],
  [/^Pin column$/, () => "固定这一列"],
  [/^Unpin column$/, () => "不再固定这一列"],
  [/^Hide column$/, () => "隐藏这一列"],
  [/^Press Enter to (apply|submit form)$/, () => "按回车保存"],
  [/^Press (⌘|Ctrl)\+Enter to (apply|submit form)$/, (at, found) => `按 ${found[1]}+回车保存`],
  [EMPTY, () => "没有相符的"],
  [/^Page not found$/, () => "没有这一页"],
  [/Running the app's main page\.$/, () => "网址可能写错了，已打开「文稿」页。"],
  [/^(Running|Connecting)(\.\.\.)?$/, () => "正在处理"],
  [/^Stop$/, () => "停止"],
  [/^(Show|Hide) password$/, (at, found) => (found[1] === "Show" ? "显示密钥" : "隐藏密钥")],
  [/^Increment$/, () => "加一"],
  [/^Decrement$/, () => "减一"],
  [/^Selected values$/, () => "已选的"],
  [/^Download as PNG$/, () => "存成图片"],
  [/^check_circle icon$/, () => "已完成"],
  [/^radio_button_unchecked icon$/, () => "未完成"],
  [/^\w+ icon$/, () => "图标"],
  [/^Cancel upload of (.+)$/, (at, found) => `不再上传 ${found[1]}`],
];

export default function mount() {
  if (globalThis[RUNNING]) return;
  globalThis[RUNNING] = new MutationObserver(translate);
  const watched = { attributeFilter: ATTRIBUTES, attributes: true, characterData: true, childList: true, subtree: true };
  globalThis[RUNNING].observe(document.body, watched);
  for (const place of document.querySelectorAll(PLACES)) inside(place);
  for (const named of document.querySelectorAll(NAMED)) one(named);
}

function translate(changes) {
  for (const { target, addedNodes, type } of changes) {
    const near = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
    if (near?.closest(PLACES)) {
      if (type === "childList") addedNodes.forEach(inside);
      else one(target);
      continue;
    }
    if (type === "attributes" && target.matches(NAMED)) one(target);
    for (const node of addedNodes) {
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      for (const place of node.matches(PLACES) ? [node] : node.querySelectorAll(PLACES)) inside(place);
      if (node.matches(NAMED)) one(node);
      for (const named of node.querySelectorAll(NAMED)) one(named);
    }
  }
}

function inside(node) {
  one(node);
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) one(walker.currentNode);
}

function one(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const said = chinese(node.data, node.parentElement);
    if (said !== node.data) node.data = said;
    return;
  }
  for (const name of ATTRIBUTES) {
    const label = node.getAttribute?.(name);
    const said = label && chinese(label, node);
    if (said && said !== label) node.setAttribute(name, said);
  }
}

function chinese(text, at) {
  // A file's own name stays as it is, whatever it is.
  if (at?.closest("[data-testid=stFileChipName]")) return text;
  // So do the entries of a list.
  if (at?.closest(LISTS) && !EMPTY.test(text)) return text;
  for (const [words, say] of WORDS) {
    const found = words.exec(text);
    if (found) return say(at, found);
  }
  return text;
}

function kinds(at) {
  const field = at?.closest("[data-testid=stFileUploader]")?.querySelector("input[type=file]");
  const suffixes = (field?.accept ?? "").split(",").filter((kind) => kind.startsWith("."));
  return suffixes.length ? ` ${suffixes.join("、")} ` : "这里写明的";
}
