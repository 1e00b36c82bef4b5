"""Azure Static Web Apps: staticwebapp.config.json, at the root of what is copied."""

from ..headers import ASSETS_KEPT, CHARSET, LOST, PAGES_KEPT, TYPES
from .plan import Plan, as_json

STEPS = """\
Deploy the folder site/ as it is (app_location: site, skip_app_build: true).
Azure packs files by itself.
"""


def files(plan: Plan) -> dict[str, str]:
    """The settings that Azure reads."""
    routes: list[dict[str, object]] = [
        {"route": old, "redirect": new, "statusCode": 301} for old, new in plan.leads()
    ]
    kept = {"Cache-Control": ASSETS_KEPT}
    routes.append({"route": plan.at("assets/*"), "headers": kept})
    for folder, said in plan.differing.items():
        routes.append({"route": f"{folder}*", "headers": said})
    settings = {
        "globalHeaders": {**plan.headers, "Cache-Control": PAGES_KEPT},
        "routes": routes,
        "responseOverrides": {"404": {"rewrite": plan.at(LOST), "statusCode": 404}},
        "trailingSlash": "always",
        "mimeTypes": {end: f"{t}; charset={CHARSET}" for end, t in TYPES.items()},
    }
    return {"site/staticwebapp.config.json": as_json(settings)}
