import { useEffect, type ReactNode } from "react";

type PageHeaderProps = { title: string; purpose?: string; children?: ReactNode; badge?: ReactNode };

/** The noun, a sentence where the noun is not enough, and the page's one primary action. */
export const PageHeader = ({ title, purpose, badge, children }: PageHeaderProps) => {
  useEffect(() => {
    document.title = `${title} · CallCenter Pro`;
  }, [title]);
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-2">
          <h1 className="text-title font-semibold">{title}</h1>
          {badge}
        </div>
        {purpose !== undefined && <p className="text-grey-11">{purpose}</p>}
      </div>
      {children !== undefined && <div className="flex items-center gap-2">{children}</div>}
    </div>
  );
};
