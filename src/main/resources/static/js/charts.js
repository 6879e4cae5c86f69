// Draws each chart of a dashboard from the table beside it; needs the global echarts. Without it the tables stand alone.

const INK = "#18212b";
const QUIET = "#465261";
const LINE = "#e8ebef";
const ACCENT = "#1a4f8b";
const ACCENT_3 = "#a9c3e0";
const RED = "#b3261e";
const MOST_ROWS = 12;
const ROW = 24;

// Shapes and patterns tell lamps apart in grey, too.
const LAMPS = {
  DONE: { color: "#0f4a2a", label: "#fff" },
  ON_TRACK: { color: "#2f8055", label: "#fff" },
  AT_RISK: { color: "#e8b54a", label: INK },
  BEHIND: {
    color: RED,
    label: "#fff",
    decal: { symbol: "rect", color: "rgba(255,255,255,0.45)", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  },
  UNKNOWN: { color: "#fff", label: RED, border: RED },
  NOT_COUNTED: { color: "#e1e5ea", label: INK },
  SUSPENDED: { color: "#a9b4c2", label: INK },
};

const KINDS = { "burn-up": burnUp, stack, shares };

/** The table as texts and numbers: heads with their tone, rows with name, values and links. */
function read(table) {
  const heads = [...table.tHead.rows[0].cells].slice(1).map((cell) => ({ text: cell.textContent, tone: cell.dataset.tone }));
  const rows = [...table.tBodies[0].rows].map((row) => ({
    name: row.cells[0].textContent.trim(),
    values: [...row.cells].slice(1).map((cell) => Number(cell.dataset.value ?? NaN)),
    links: [...row.cells].slice(1).map((cell) => cell.querySelector("a")?.href),
  }));
  return { heads, rows };
}

function burnUp({ heads, rows }, words) {
  const after = words.after ? words.after.split(",") : [];
  const days = [...heads.map((head) => head.text), ...after];
  const total = Number(words.total);
  const looks = [
    { color: ACCENT, symbol: "circle", type: "solid" },
    { color: QUIET, symbol: "rect", type: "dashed" },
  ];
  const lines = [{ yAxis: total, label: { formatter: words.totalWords, position: "insideEndTop" }, lineStyle: { type: "dashed", color: INK } }];
  if (days.includes(words.deadline)) {
    lines.push({
      xAxis: words.deadline,
      label: { formatter: words.deadlineWords, position: "end" },
      lineStyle: { type: "solid", color: INK },
    });
  }
  return {
    grid: { left: 8, right: 72, top: 32, bottom: 8, containLabel: true },
    xAxis: { type: "category", data: days, axisTick: { show: false }, axisLabel: { color: QUIET, hideOverlap: true } },
    yAxis: { type: "value", min: 0, max: Math.ceil(total * 1.08), minInterval: 1, splitLine: { lineStyle: { color: LINE } }, axisLabel: { color: QUIET, showMaxLabel: false } },
    series: rows.map((row, i) => ({
      name: row.name,
      type: "line",
      data: row.values,
      symbol: looks[i].symbol,
      symbolSize: 6,
      itemStyle: { color: looks[i].color },
      lineStyle: { color: looks[i].color, width: 2, type: looks[i].type },
      endLabel: { show: true, color: looks[i].color, offset: [0, -8], formatter: ({ seriesName, value }) => `${seriesName} ${value.toLocaleString()}` },
      labelLayout: { moveOverlap: "shiftY" },
      markLine: i === 0 ? { symbol: "none", silent: true, data: lines, label: { color: INK } } : undefined,
    })),
    linkOf: ({ seriesIndex, dataIndex }) => rows[seriesIndex]?.links[dataIndex],
  };
}

function stack({ heads, rows }, words) {
  // A bar of all others together would dwarf those that matter; they are in the table.
  const shown = rows.slice(0, MOST_ROWS);
  const rest = rows.length - shown.length;
  const columns = heads.map((head, at) => ({ ...head, at })).filter((head) => LAMPS[head.tone]);
  return {
    height: shown.length * ROW + 60 + (rest ? ROW : 0),
    title: { show: rest > 0, text: words.rest?.replace("{0}", shown.length).replace("{1}", rest), left: 0, bottom: 4, padding: 0, textStyle: { color: QUIET, fontSize: 12, fontWeight: 400 } },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: INK, fontSize: 12 } },
    grid: { left: 8, right: 16, top: 32, bottom: rest ? ROW + 4 : 4, containLabel: true },
    // One of one is no full bar.
    xAxis: { type: "value", show: false, minInterval: 1, max: ({ max }) => Math.max(5, max) },
    yAxis: {
      type: "category",
      inverse: true,
      data: shown.map((row) => row.name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: INK, width: 132, overflow: "truncate" },
    },
    series: columns.map(({ text, tone, at }) => ({
      name: text,
      type: "bar",
      stack: "all",
      barWidth: 15,
      data: shown.map((row) => row.values[at] || null),
      itemStyle: {
        color: LAMPS[tone].color,
        borderColor: LAMPS[tone].border ?? "#fff",
        borderWidth: LAMPS[tone].border ? 1.5 : 0.5,
        decal: LAMPS[tone].decal ?? { symbol: "none" },
      },
      label: {
        show: true,
        color: LAMPS[tone].label,
        backgroundColor: LAMPS[tone].decal ? LAMPS[tone].color : "transparent",
        padding: [1, 4, 0],
        fontSize: 12,
        fontWeight: 600,
        textBorderWidth: 0,
      },
      labelLayout: { hideOverlap: true },
    })),
    linkOf: ({ seriesIndex, dataIndex }) => shown[dataIndex]?.links[columns[seriesIndex].at],
  };
}

function shares({ heads, rows }) {
  const [row] = rows;
  return {
    height: 240,
    grid: { left: 8, right: 16, top: 20, bottom: 8, containLabel: true },
    xAxis: { type: "category", data: heads.map((head) => head.text), axisTick: { show: false }, axisLabel: { color: QUIET, interval: 0, hideOverlap: true } },
    yAxis: { type: "value", min: 0, max: 1, interval: 0.25, splitLine: { lineStyle: { color: LINE } }, axisLabel: { color: QUIET, formatter: (value) => `${100 * value}%` } },
    series: [
      {
        name: row.name,
        type: "bar",
        barMaxWidth: 36,
        barMinHeight: 2,
        data: row.values.map((value, i) => ({
          value,
          itemStyle: { color: i === row.values.length - 1 ? ACCENT : ACCENT_3 },
          label: value < 0.1 ? { position: "top", color: INK } : { color: i === row.values.length - 1 ? "#fff" : INK },
        })),
        label: { show: true, position: "insideTop", textBorderWidth: 0, formatter: ({ value }) => (100 * value).toFixed(1) },
      },
    ],
    linkOf: ({ dataIndex }) => row.links[dataIndex],
  };
}

function draw(card) {
  const place = card.querySelector(".chart");
  const table = card.querySelector("table[data-chart]");
  const { linkOf, height, ...option } = KINDS[table.dataset.chart](read(table), table.dataset);
  if (height) place.style.height = `${height}px`;
  const chart = window.echarts.init(place, null, { renderer: "svg" });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    tooltip: { trigger: option.xAxis.type === "category" ? "axis" : "item", renderMode: "richText", confine: true },
    aria: { enabled: true, label: { description: place.getAttribute("aria-label") }, decal: { show: true, decals: [{ symbol: "none" }] } },
    ...option,
  });
  chart.on("click", (event) => {
    const link = linkOf(event);
    if (link) window.location.assign(link);
  });
  new ResizeObserver(() => place.clientWidth && chart.resize()).observe(place);
}

for (const card of document.querySelectorAll(".figure-card[data-view='chart']:has(table[data-chart])")) {
  if (window.echarts) draw(card);
  else {
    card.dataset.view = "table";
    card.querySelector(".switch")?.remove();
  }
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-view-as]");
  if (button) {
    button.closest(".figure-card").dataset.view = button.dataset.viewAs;
    for (const each of button.parentElement.children) each.setAttribute("aria-pressed", each === button);
  }
  for (const terms of document.querySelectorAll("details.terms[open]")) {
    if (!terms.contains(target)) terms.open = false;
  }
});
