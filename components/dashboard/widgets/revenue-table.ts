import type { Panel, Panels } from "@/lib/leads/panels";
import { heats } from "@/lib/vocabulary/heat";
import { bucketCell, bucketName } from "./bucket-words";
import { bucketSpan, countFigure, wholeSpan, type FigureTable, type Words } from "./figure-table";

type Table = (data: Panel<"revenueChannel">, period: Panels["period"], words: Words) => FigureTable;

/** What each channel brought in, highest first. */
const channelTable: Table = ({ channels }, period, words) => ({
  caption: words.t("dashboard.revenueChannel.caption"),
  columns: [
    words.t("dashboard.revenueChannel.channel"),
    words.t("dashboard.revenueChannel.won"),
    words.t("dashboard.revenueChannel.value"),
  ],
  rows: channels.map(({ channel, value, won }) => {
    const deals = countFigure(won, { kind: "deals", parts: [channel] }, wholeSpan(period), words);
    return {
      key: channel,
      name: words.t(`leads.channels.${channel}`),
      figures: [deals, { text: words.format.money(value), value, leads: deals.leads }],
    };
  }),
});

/** What deals brought in over the period. */
export const seriesTable: Table = ({ series }, period, words) => ({
  caption: words.t(`dashboard.revenueChannel.overTime.${period.unit}`),
  columns: [
    words.t(`dashboard.monthlyPerformance.starts.${period.unit}`),
    words.t("dashboard.revenueChannel.won"),
    words.t("dashboard.revenueChannel.value"),
  ],
  rows: series.map(({ value, won }, index) => {
    const span = bucketSpan(period, index);
    const deals = countFigure(won, { kind: "deals", parts: [] }, span, words);
    return {
      key: span.from,
      name: bucketName(period.unit, span.from, words.format),
      value: bucketCell(period.unit, span.from, words.format),
      figures: [deals, { text: words.format.money(value), value, leads: deals.leads }],
    };
  }),
});

/** Open leads by heat, and meetings, over the period. */
const heatTable: Table = ({ heat }, period, words) => ({
  caption: words.t("dashboard.revenueChannel.heatCaption"),
  columns: [
    words.t(`dashboard.monthlyPerformance.starts.${period.unit}`),
    ...heats.map((one) => words.t(`heat.${one}`)),
    words.t("dashboard.metrics.names.meetings"),
  ],
  rows: heat.map((counts, index) => {
    const span = bucketSpan(period, index);
    return {
      key: span.from,
      name: bucketName(period.unit, span.from, words.format),
      value: bucketCell(period.unit, span.from, words.format),
      figures: [
        ...heats.map((one) => countFigure(counts[one], { kind: "open", parts: [one] }, span, words)),
        countFigure(counts.meetings, { kind: "meetings", parts: [] }, span, words),
      ],
    };
  }),
});

/** Revenue by channel where people record what leads are worth, otherwise heat and meetings. */
export const revenueTable: Table = (data, period, words) =>
  (data.recorded ? channelTable : heatTable)(data, period, words);
