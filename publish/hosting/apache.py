"""Apache: one .htaccess, for hosts where only files can be copied up."""

from ..headers import ASSETS_KEPT, CHARSET, LOST, PAGES_KEPT, TYPES
from .plan import Plan

STEPS = """\
Copy what is in site/ to the folder of the site, with .htaccess, whose name starts with
a dot and may be hidden. The host has to allow it (AllowOverride All) and to have
mod_headers and mod_rewrite: without them the site answers with an error, and says so.
"""


def files(plan: Plan) -> dict[str, str]:
    """The .htaccess, in the site's own folder."""
    said = "".join(f'Header always set {n} "{v}"\n' for n, v in plan.headers.items())
    # Said later, these take the place of those above. The page of a wrong address is
    # in none of these folders.
    others = "".join(
        f'Header always set {n} "{v}" "expr=%{{REQUEST_URI}} =~ m#^{folder}#"\n'
        for folder, other in plan.differing.items()
        for n, v in other.items()
    )
    moved = "".join(
        f"RewriteRule ^{inside(plan, old)}$ {plan.origin}{new} [R=301,L,NE]\n"
        for old, new in plan.leads()
    )
    assets = f"%{{REQUEST_URI}} =~ m#^{plan.at('assets/')}#"
    types = "".join(f"AddType {t} {end}\n" for end, t in TYPES.items())
    return {
        "site/.htaccess": f"""\
# For Apache 2.4.
DirectoryIndex index.html
DirectorySlash On
Options -Indexes -MultiViews
ErrorDocument 404 {plan.at(LOST)}
ErrorDocument 403 {plan.at(LOST)}
AddDefaultCharset {CHARSET}
AddCharset {CHARSET} {" ".join(TYPES)}
{types}
{said}{others}
# The page of a wrong address is no asset, so that is never kept for a year.
Header always set Cache-Control "{PAGES_KEPT}"
Header always set Cache-Control "{ASSETS_KEPT}" "expr={assets}"

RewriteEngine On
# First: the page that stands at such an address is for hosts that cannot do this.
{moved}
# By the name that visitors know, where site.yml has it: a proxy may have another.
RewriteCond %{{REQUEST_FILENAME}} -d
RewriteRule ^(.+[^/])$ {plan.origin}{plan.folder}$1/ [R=301,L,NE]
# Packed files are given in place of others, not by name.
RewriteCond %{{ENV:REDIRECT_STATUS}} ^$
RewriteCond %{{THE_REQUEST}} "\\.(gz|br)[ ?]"
RewriteRule \\.(gz|br)$ - [R=404,L]
# Packed beforehand, where the visitor can read it.
{packed("br", "br")}{packed("gz", "gzip")}
<IfModule mod_deflate.c>
AddOutputFilterByType DEFLATE {" ".join(TYPES.values())}
</IfModule>
"""
    }


def packed(end: str, name: str) -> str:
    """The rules that give `page.html.gz` where `page.html` is asked for, as HTML."""
    kinds = "|".join(kind.removeprefix(".") for kind in TYPES)
    return (
        f"RewriteCond %{{HTTP:Accept-Encoding}} \\b{name}\\b\n"
        f"RewriteCond %{{REQUEST_FILENAME}}.{end} -f\n"
        f"RewriteRule ^(.+\\.(?:{kinds}))$ $1.{end} [L]\n"
        f'<FilesMatch "\\.{end}$">\n'
        f"RemoveType .{end}\nAddEncoding {name} .{end}\n</FilesMatch>\n"
    )


def inside(plan: Plan, path: str) -> str:
    """A path in a rule, which Apache compares without the folder of the site."""
    return path.removeprefix(plan.folder).replace(".", "\\.")
