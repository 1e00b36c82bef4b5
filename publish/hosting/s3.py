"""S3 behind CloudFront: a function for addresses, and a policy for headers."""

from collections.abc import Mapping

from ..headers import ASSETS_KEPT, LOST, OF_THE_HOST, OPEN, PAGES_KEPT
from .plan import Plan, as_json

STEPS = f"""\
Keep the bucket private: CloudFront alone reads it, with origin access control.
1. Copy up, with how long each file is kept:
   aws s3 sync site/ s3://BUCKET --delete --cache-control "{PAGES_KEPT}" \\
     --exclude "*assets/*"
   aws s3 sync site/ s3://BUCKET --cache-control "{ASSETS_KEPT}" \\
     --exclude "*" --include "*assets/*"
2. addresses.js: a CloudFront function, on viewer request.
3. headers.json: aws cloudfront create-response-headers-policy \\
     --response-headers-policy-config file://headers.json
   The same with headers-embed.json and headers-data.json: give each to a behaviour of
   its own, for the paths that end in embed/* and data/*.
4. Error pages: for 403 and for 404, /{LOST} with the status 404.
5. Switch on "Compress objects automatically".
At each release put up what says the headers first, and the pages after it: the policy
names the styles inside the pages by their hashes.
"""
# Whoever asks may read: nothing here is secret, and nobody is known by a cookie.
CORS = {
    "AccessControlAllowOrigins": {"Quantity": 1, "Items": ["*"]},
    "AccessControlAllowHeaders": {"Quantity": 1, "Items": ["*"]},
    "AccessControlAllowMethods": {"Quantity": 2, "Items": ["GET", "HEAD"]},
    "AccessControlAllowCredentials": False,
    "OriginOverride": True,
}
FUNCTION = """\
// For CloudFront, on viewer request: moved addresses lead on, a folder is its index.
var MOVED = %s;

function handler(event) {
  var request = event.request;
  var to = MOVED[request.uri];
  var last = request.uri.split('/').pop();
  if (!to && last && last.indexOf('.') < 0) {
    to = request.uri + '/';
  }
  if (to) {
    return {
      statusCode: 301,
      statusDescription: 'Moved Permanently',
      headers: { location: { value: to } },
    };
  }
  if (!last) {
    request.uri += 'index.html';
  }
  return request;
}
"""


def files(plan: Plan) -> dict[str, str]:
    """The function and the policy."""
    moved = as_json(dict(plan.leads())).rstrip()
    made = {"addresses.js": FUNCTION % moved, "headers.json": as_json(policy(plan))}
    for folder, said in plan.differing.items():
        name = folder.rstrip("/").rpartition("/")[2]
        made[f"headers-{name}.json"] = as_json(policy(plan, name, said))
    return made


def policy(
    plan: Plan, name: str = "", other: Mapping[str, str] | None = None
) -> dict[str, object]:
    """The headers as CloudFront has them: some have a place of their own.

    `name` is of a folder of which it says `other` things.
    """
    own = {**plan.headers, **(other or {})}
    security: dict[str, dict[str, object]] = {
        "ContentSecurityPolicy": {
            "ContentSecurityPolicy": own.pop("Content-Security-Policy"),
            "Override": True,
        },
        "ContentTypeOptions": {"Override": own.pop("X-Content-Type-Options") != ""},
        "ReferrerPolicy": {
            "ReferrerPolicy": own.pop("Referrer-Policy"),
            "Override": True,
        },
    }
    if OF_THE_HOST in own:
        age = int(own.pop(OF_THE_HOST).partition("=")[2])
        lasting: dict[str, object] = {"AccessControlMaxAgeSec": age, "Override": True}
        security["StrictTransportSecurity"] = lasting
    more = {"CorsConfig": CORS} if own.pop(OPEN, "") else {}
    items = [{"Header": n, "Value": v, "Override": True} for n, v in own.items()]
    return {
        "Name": f"hsb-panel-{name}" if name else "hsb-panel",
        **more,
        "SecurityHeadersConfig": security,
        "CustomHeadersConfig": {"Quantity": len(items), "Items": items},
    }
