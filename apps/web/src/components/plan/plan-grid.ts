/** The columns of the plan, for its head and for each of its rows. */
export const planGrid =
  "md:grid md:grid-cols-[92px_minmax(0,1fr)_minmax(0,200px)_84px_72px_132px_112px_44px_32px] md:items-center md:gap-x-3";

/** The same of a group's members. */
export const memberGrid =
  "md:grid md:grid-cols-[92px_minmax(0,1fr)_minmax(0,240px)_96px_148px_44px_32px] md:items-center md:gap-x-3";
