"""What is handed out: sheets, a poster, cards and slides, made of the same facts.

One straight line: records become blocks (`blocks`, `shown`), blocks a sheet (`sheets`),
and a sheet becomes paper (`paper`), plain words (`plain`) or slides (`slides`). `made`
does that for every piece and keeps what has not changed; `packed` puts it into one zip.
"""
