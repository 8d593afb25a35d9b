// Charts in the product's own hand: our series in nila, the past dashed, others grey, labels at the lines.
const SIZE = 11;
const drawn = new Map();

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const language = () => document.documentElement.lang || "id";

function formatter(kind) {
  const options = {
    percent: { style: "percent", maximumFractionDigits: 1 },
    rupiah: { style: "currency", currency: "IDR", maximumFractionDigits: 0 },
  }[kind] ?? { maximumFractionDigits: 1 };
  return new Intl.NumberFormat(language(), options);
}

function colour(series) {
  if (series.past) return token("--tinta-3");
  if (series.series) return token(`--seri-${series.series}`);
  return series.ours ? token("--nila-text") : token("--tinta-3");
}

function dash(series) {
  if (series.past) return [4, 4];
  return series.series && series.series % 2 === 0 ? [6, 3] : [];
}

function dataset(series, kind) {
  const ink = colour(series);
  const bar = kind === "bar";
  return {
    label: series.label,
    data: series.values,
    borderColor: ink,
    backgroundColor: bar ? (series.ours || series.series ? ink : `${ink}80`) : `${ink}1a`,
    borderWidth: bar ? 0 : series.past ? 1.5 : 2.25,
    borderDash: bar ? [] : dash(series),
    borderRadius: 3,
    maxBarThickness: 28,
    pointRadius: (context) => (context.dataIndex === series.values.length - 1 && !series.past ? 3.5 : 0),
    pointHoverRadius: 5,
    pointBackgroundColor: ink,
    fill: kind === "area" && series.ours ? "origin" : false,
    tension: 0,
    order: series.past ? 1 : 0,
  };
}

// Names stand at the end of their lines, moved apart where they would touch.
const endLabels = {
  id: "endLabels",
  afterDatasetsDraw(chart) {
    if (chart.config.options.endLabels === false) return;
    const { ctx } = chart;
    const ends = chart.data.datasets.map((set, i) => ({ set, point: chart.getDatasetMeta(i).data.at(-1) }))
      .filter(({ point }) => point).map(({ set, point }) => ({ set, x: point.x, y: point.y }))
      .sort((one, two) => one.y - two.y);
    for (let i = 1; i < ends.length; i += 1) ends[i].y = Math.max(ends[i].y, ends[i - 1].y + SIZE + 3);
    const low = chart.chartArea.bottom - 4;
    for (let i = ends.length - 1, most = low; i >= 0; i -= 1, most -= SIZE + 3) ends[i].y = Math.min(ends[i].y, most);
    ctx.save();
    ctx.font = `600 ${SIZE}px ${token("--font")}`;
    ctx.textBaseline = "middle";
    for (const end of ends) {
      ctx.fillStyle = token("--tinta-2");
      ctx.fillText(end.set.label, end.x + 10, end.y);
    }
    ctx.restore();
  },
};

// Bars carry their number; with several series the axis does.
const barLabels = {
  id: "barLabels",
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    const format = chart.config.options.numberFormat;
    ctx.save();
    ctx.font = `600 ${SIZE}px ${token("--font")}`;
    ctx.textAlign = "center";
    chart.data.datasets.forEach((set, i) => {
      if (set.order || chart.data.datasets.length > 1) return;
      chart.getDatasetMeta(i).data.forEach((bar, j) => {
        if (set.data[j] === null || bar.width < 18) return;
        ctx.fillStyle = token("--tinta-2");
        ctx.fillText(format.format(set.data[j]), bar.x, bar.y - 5);
      });
    });
    ctx.restore();
  },
};

function options(data, kind, room) {
  const format = formatter(data.format);
  const quiet = token("--tinta-3");
  const several = data.series.length > 1;
  const short = new Intl.NumberFormat(language(), { notation: "compact", maximumFractionDigits: 1, ...(data.format === "percent" ? { style: "percent" } : {}) });
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    numberFormat: format,
    endLabels: room > 0,
    interaction: { mode: "index", intersect: false },
    layout: { padding: { right: room, top: kind === "bar" ? 18 : 8 } },
    plugins: {
      legend: { display: room === 0 && several, position: "bottom", labels: { color: token("--tinta-2"), boxWidth: kind === "bar" ? 10 : 18, boxHeight: kind === "bar" ? 10 : 0, font: { size: SIZE } } },
      tooltip: {
        backgroundColor: token("--nila-deep"), titleColor: "#fff", bodyColor: "#fff", padding: 10, cornerRadius: 8, boxPadding: 4,
        callbacks: { label: (item) => ` ${item.dataset.label}: ${format.format(item.raw)}` },
      },
    },
    scales: {
      x: { grid: { display: false }, border: { color: token("--line") }, ticks: { color: quiet, font: { size: SIZE }, maxRotation: 0, autoSkipPadding: 12 } },
      y: {
        display: kind !== "bar" || several, beginAtZero: true, border: { display: false }, grid: { color: token("--line") },
        ticks: { color: quiet, font: { size: SIZE }, maxTicksLimit: 5, callback: (value) => short.format(value) },
      },
    },
  };
}

// Room at the right for the names of the lines; none where they would take more than a fifth: a legend names them then.
function roomFor(canvas, labels) {
  const pen = canvas.getContext("2d");
  pen.font = `600 ${SIZE}px ${token("--font")}`;
  const room = Math.ceil(Math.max(...labels.map((text) => pen.measureText(text).width))) + 14;
  return room * 5 > canvas.parentElement.clientWidth ? 0 : room;
}

function draw(figure) {
  const canvas = figure.querySelector("canvas");
  const source = document.getElementById(figure.dataset.chartSource);
  if (!canvas || !source) return;
  const data = JSON.parse(source.textContent);
  const kind = figure.dataset.chart;
  drawn.get(canvas)?.destroy();
  globalThis.Chart.defaults.font.family = token("--font");
  drawn.set(canvas, new globalThis.Chart(canvas, {
    type: kind === "bar" ? "bar" : "line",
    data: { labels: data.labels, datasets: data.series.map((series) => dataset(series, kind)) },
    options: options(data, kind, kind === "bar" ? 0 : roomFor(canvas, data.series.map((series) => series.label))),
    plugins: [kind === "bar" ? barLabels : endLabels],
  }));
}

export async function drawCharts(root) {
  const figures = [...(root.querySelectorAll?.("[data-chart]") ?? [])];
  if (!figures.length) return;
  if (!globalThis.Chart) await import("../../vendor/chart.js-4.6.1/chart.umd.min.js");
  await document.fonts.ready;
  figures.forEach(draw);
}

document.addEventListener("themechange", () => drawCharts(document));
