import { Link, useLocation } from "wouter";
import { cn } from "#lib/cn.ts";
import { isAt, useNavigation, type NavigationLink } from "./navigation.ts";

type NavigationListProps = {
  /** Icons alone, each with its text as a name. */
  isCollapsed?: boolean;
  onGo?: () => void;
};

export const NavigationList = ({ isCollapsed = false, onGo }: NavigationListProps) => (
  <nav aria-label="Main" className="grid grid-cols-1 gap-3 p-2">
    {useNavigation().map(({ title, links }) => (
      <section key={title} aria-label={title}>
        <h2
          className={cn(
            "flex h-6 items-center px-2 text-label text-grey-11",
            isCollapsed && "mx-2 h-px overflow-hidden bg-grey-6 px-0 text-transparent",
          )}
        >
          {title}
        </h2>
        <ul role="list">
          {links.map((link) => (
            <li key={link.to}>
              <NavigationItem link={link} isCollapsed={isCollapsed} onGo={onGo} />
            </li>
          ))}
        </ul>
      </section>
    ))}
  </nav>
);

type NavigationItemProps = {
  link: NavigationLink;
  isCollapsed: boolean;
  onGo: (() => void) | undefined;
};

const NavigationItem = ({ link, isCollapsed, onGo }: NavigationItemProps) => {
  const { text, icon: Icon, to, isOutside = false } = link;
  const [location] = useLocation();
  const isHere = isAt(location, to);
  const looks = {
    title: isCollapsed ? text : undefined,
    onClick: onGo,
    "aria-current": isHere ? ("page" as const) : undefined,
    className: cn(
      "flex h-8 items-center gap-2.5 rounded-control px-2 font-medium text-grey-11 outline-offset-[-2px] transition-colors duration-120 hover:bg-grey-4 hover:text-grey-12 max-md:h-10",
      isCollapsed && "justify-center px-0",
      isHere && "bg-grey-4 text-grey-12",
    ),
  };
  const content = (
    <>
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className={cn("truncate", isCollapsed && "sr-only")}>{text}</span>
    </>
  );
  if (isOutside) {
    return (
      <a href={to} {...looks}>
        {content}
      </a>
    );
  }
  return (
    <Link href={to} {...looks}>
      {content}
    </Link>
  );
};
