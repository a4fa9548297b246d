import { Link } from "wouter";
import { toCallsAddress } from "#lib/calls-address.ts";
import { type HourSlot, toHourText } from "./hour-slots.ts";
import { toRoundMax } from "./scale.ts";

/** A part of a bar, from below to above. `fill` is a class with one of the theme's colours. */
export type BarPart = { fill: string; toValue: (slot: HourSlot) => number };

type HourBarsProps = {
  slots: readonly HourSlot[];
  parts: readonly BarPart[];
  toYesterday: (slot: HourSlot) => number;
  isWhole: boolean;
  toAxisText: (value: number) => string;
  onPoint: (slot: HourSlot | null) => void;
};

const slotWidth = 10;
const height = 100;
const labelEvery = 3;

/**
 * Today's bars over the clock with yesterday as a line. It is for the eye and the mouse: a table with the same figures
 * and the same links stands under it.
 */
export const HourBars = ({ slots, parts, toYesterday, isWhole, toAxisText, onPoint }: HourBarsProps) => {
  const toTotal = (slot: HourSlot): number => parts.reduce((sum, { toValue }) => sum + toValue(slot), 0);
  const max = toRoundMax(
    Math.max(...slots.map((slot) => Math.max(toTotal(slot), toYesterday(slot)))),
    isWhole,
  );
  const toY = (value: number): number => height - (Math.max(0, value) / max) * height;
  return (
    <div aria-hidden className="flex gap-2 text-label text-grey-11">
      <div className="flex h-36 w-9 shrink-0 flex-col justify-between text-right leading-none tabular-nums">
        {[max, max / 2, 0].map((value) => (
          <span key={value} className="-my-1.5">
            {toAxisText(value)}
          </span>
        ))}
      </div>
      <div className="min-w-0 flex-1">
        <div className="relative h-36" onMouseLeave={() => onPoint(null)}>
          <svg
            viewBox={`0 0 ${slots.length * slotWidth} ${height}`}
            preserveAspectRatio="none"
            className="absolute inset-0 size-full"
          >
            {[0, height / 2, height].map((y) => (
              <line
                key={y}
                x1={0}
                x2={slots.length * slotWidth}
                y1={y}
                y2={y}
                className="stroke-grey-6"
                vectorEffect="non-scaling-stroke"
              />
            ))}
            {slots.map((slot, place) => (
              <Bar key={slot.key} slot={slot} x={place * slotWidth} parts={parts} toY={toY} />
            ))}
            <polyline
              points={slots
                .flatMap((slot, place) =>
                  [place, place + 1].map((edge) => `${edge * slotWidth},${toY(toYesterday(slot))}`),
                )
                .join(" ")}
              fill="none"
              className="stroke-grey-9"
              strokeWidth={1}
              strokeDasharray="3 2"
              vectorEffect="non-scaling-stroke"
            />
          </svg>
          <div className="absolute inset-0 flex">
            {slots.map((slot) => (
              <SlotLink key={slot.key} slot={slot} onPoint={onPoint} />
            ))}
          </div>
        </div>
        <div className="mt-1 flex tabular-nums">
          {slots.map(({ key, hour }, place) => (
            <span key={key} className="w-0 flex-1 whitespace-nowrap">
              {place % labelEvery === 0 && hour}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
};

type BarProps = { slot: HourSlot; x: number; parts: readonly BarPart[]; toY: (value: number) => number };

const Bar = ({ slot, x, parts, toY }: BarProps) => {
  let below = 0;
  return parts.map(({ fill, toValue }) => {
    const from = below;
    below += toValue(slot);
    return (
      <rect
        key={fill}
        x={x + slotWidth * 0.12}
        width={slotWidth * 0.76}
        y={toY(below)}
        height={Math.max(0, toY(from) - toY(below))}
        className={fill}
      />
    );
  });
};

const slotClasses = "block h-full flex-1 hover:bg-grey-12/6";

const SlotLink = ({ slot, onPoint }: { slot: HourSlot; onPoint: (slot: HourSlot) => void }) => {
  const point = (): void => onPoint(slot);
  if (slot.today === null) return <span className={slotClasses} onMouseEnter={point} />;
  return (
    <Link
      href={toCallsAddress(slot.today.calls.filters)}
      tabIndex={-1}
      title={`Calls from ${toHourText(slot.hour)}`}
      className={slotClasses}
      onMouseEnter={point}
    />
  );
};
