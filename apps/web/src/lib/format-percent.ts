const format = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 });

/** A share between 0 and 1 in percent. Only nothing is 0 % and only all is 100 %: rounding never says so. */
export const formatPercent = (share: number): string => {
  if (share > 0 && share < 0.001) return "<0.1%";
  if (share < 1 && share > 0.999) return ">99.9%";
  return format.format(share);
};
