import { useEffect, useRef } from "react";
import { Link } from "@/lib/router/router";
import styles from "./section-nav.module.css";

/** One page of a section. */
export interface SectionPage {
  href: string;
  name: string;
  isOpen: boolean;
}

/** The pages of a section; the one that is open is brought into view where they do not all fit. */
export function SectionNav({ name, pages }: { name: string; pages: readonly SectionPage[] }) {
  const nav = useRef<HTMLElement>(null);
  const open = pages.find(({ isOpen }) => isOpen)?.href;
  useEffect(() => {
    const here = nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (nav.current && here) nav.current.scrollLeft = here.offsetLeft + here.offsetWidth - nav.current.clientWidth;
  }, [open]);
  return (
    <nav ref={nav} className={styles.pages} aria-label={name}>
      <ul>
        {pages.map((page) => (
          <li key={page.name}>
            <Link href={page.href} aria-current={page.isOpen ? "page" : undefined}>
              {page.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
