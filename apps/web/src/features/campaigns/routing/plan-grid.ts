/** The columns of the plan, for its head and for each of its rows. */
export const planGrid =
  "md:grid md:grid-cols-[92px_minmax(0,1fr)_minmax(0,220px)_84px_72px_148px_44px_32px] md:items-center md:gap-x-3";
