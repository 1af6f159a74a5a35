/** Who is signed in, as the platform tells it. */
export interface Identity {
  user: string;
  roles: string[];
}

interface Claim {
  typ?: string;
  val?: string;
}

interface AppServicePrincipal {
  user_id?: string;
  user_claims?: Claim[];
}

interface StaticWebAppPrincipal {
  userDetails?: string;
  userRoles?: string[];
}

const isRole = (claim: Claim): boolean => claim.typ === "roles" || (claim.typ ?? "").endsWith("/claims/role");

/** Reads `/.auth/me` of App Service (a list) or of a Static Web App (`clientPrincipal`); null when nobody is signed in. */
export function identityOf(body: unknown): Identity | null {
  if (Array.isArray(body)) {
    const principal = body[0] as AppServicePrincipal | undefined;
    if (!principal?.user_id) return null;
    const roles = (principal.user_claims ?? []).filter(isRole).flatMap((claim) => claim.val ?? []);
    return { user: principal.user_id, roles };
  }

  const principal = (body as { clientPrincipal?: StaticWebAppPrincipal | null } | null)?.clientPrincipal;
  return principal?.userDetails ? { user: principal.userDetails, roles: principal.userRoles ?? [] } : null;
}
