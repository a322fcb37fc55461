const numbers = new Intl.NumberFormat("en");
const moments = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

export const count = (value: number) => numbers.format(value);
export const moment = (value: string) => moments.format(new Date(value));
export const pieces = (value: number) => `${count(value)} ${value === 1 ? "piece" : "pieces"}`;
export const signed = (value: number) => (value > 0 ? `+${count(value)}` : `−${count(-value)}`);

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

export function ago(value: string): string {
  const seconds = (new Date(value).getTime() - Date.now()) / 1000;
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  return step ? relative.format(Math.trunc(seconds / step[1]), step[0]) : "just now";
}

/** A link that is safe to follow, or nothing: people may have typed anything into the field. */
export function webAddress(value: string | null | undefined): string | undefined {
  if (!value) return undefined;
  const text = /^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}`;
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : undefined;
  } catch {
    return undefined;
  }
}
