import { Notice } from "@/components/notice";
import { PageTitle } from "@/components/page-title";
import { Link } from "@/lib/router/router";

export function NotFoundPage() {
  return (
    <>
      <PageTitle title="Page not found" />
      <Notice text="There is no page at this address. It may have moved, or the address may be mistyped.">
        <Link className="button" href="/">
          See all bonds
        </Link>
      </Notice>
    </>
  );
}
