"""What other programs are told of the site: previews of links, search engines, feeds.

`cards` are the pictures of links, `tags` what stands in the head of a page,
`structured` what search engines read at its end, `feeds` what readers follow, and
`manifest` what a phone calls the site. All but the last name whole addresses, so a site
without an address goes without them.
"""
