package org.stele.command.importing;

/** The API document's text about imports, with files that can be sent as they are. */
final class ImportDescription {

    static final String OPERATION = """
            Puts every row of a CSV file or an XLSX workbook on record, or none: the whole file is checked first, and every error is named by its
            row (the header is row 1, as in a spreadsheet) and column. With `dryRun=true` it is only checked.

            A CSV file is UTF-8, with commas. Of a workbook the first visible sheet is read, as its cells are seen: a cell with
            the format of a date is YYYY-MM-DD (YYYY-MM where it shows no day), a formula its stored value. Both have the header
            of their kind, at most 1 GiB and 1,000,000 rows. A cell that is blank is *not stated*, never zero. Dates are 2019,
            2019-03, 2019-03-06 or 2020-03-26/2020-04-10.

            In every kind: `iso3` the State; `state` its name, or blank; `received_from` and `received_to` the days that bracket
            the receipt, both required; `source_title`, `source_address` and `confidence` (high, medium or low) where it was read.
            `state`, and columns marked so, may be left out where the example has them not.

            - `filings`: `obligation` REP-MID, REP-FIN, a national report such as NIR-2397, or OTHER; `published_on` the day of
              publication, may be left out, and blank means `received_to`, marked as assumed; `baseline_count` with
              `baseline_basis` PERSONS, PERMITS, UPPER_BOUND or NOT_DISCLOSED; `repatriated_count`; `remaining_count` with
              `remaining_as_of`; `period_from`, `period_to`; true or false: `figures_derived`, `declared_nil`, `text_withheld`
              (then the row is recorded as withheld, not as published), `asserts_more_than_half`; `explanation`, `summary`
            - `claims`: `claim_kind` EXEMPTION or SCOPE with its `ground`; `count`; `effective_on`; `claimed_from`, `claimed_to` in
              place of the receipt; `disputed_from`, `disputed_to`, `disputed_by` PANEL or MSMT; `summary`
            - `evidence`: `as_of_from`, `as_of_to`; `kind` OFFICIAL_STATEMENT, THIRD_PARTY_REPORT, PANEL_REPORT, MSMT_REPORT,
              NGO_ESTIMATE or PRESS; `figure`; `measure` PRESENT, DEPARTED or blank, may be left out; `contests` true or false;
              `statement`; `confidential` true, false or blank, may be left out
            - `notices`: `category` WORKER, ATTACHE or DEPENDANT; `count`; `departed`; `destination` an alpha-3 code, or XXX;
              `mode` AIR, RAIL, ROAD, SEA, NOT_STATED or blank; `summary`; may be left out: `basis` LEFT, ARRIVED or STATED, and
              the codes `visa` and `sector`
            - `baselines`: `count` of workers, `basis` as of filings, one of the two at least; `on`; `summary`
            - `arrivals`: `category`, `count`, `arrived`, `summary`

            There is no `Idempotency-Key`: the file is the key. The ids under which its rows are entered follow from its
            bytes, so that the same file enters each row once, however often it is sent and by whichever registrar, and an
            import that was cut off goes on where it was. A file that differs in one byte is another file.

            With `Accept: application/jsonl` the answer tells how far it has come: lines `{"checked":n}`, then
            `{"entered":n,"of":m}`, and last the result. As the status was sent before, the last line of a file with errors
            is the result that lists them, and that of an import which was stopped is `{"problem":{..}}`.
            """;

    static final String FILINGS = """
            iso3,state,obligation,received_from,received_to,published_on,baseline_count,baseline_basis,repatriated_count,remaining_count,\
            remaining_as_of,period_from,period_to,figures_derived,declared_nil,text_withheld,asserts_more_than_half,\
            explanation,summary,source_title,source_address,confidence
            NOR,Norway,REP-MID,2019-03-01,2019-03-20,2019-04-10,24,PERMITS,20,4,2018-12-22,2017-12-22,2018-12-22,false,false,false,\
            false,,"Midterm report, received on paper.",Registry volume 12,,high
            SWE,Sweden,REP-FIN,2020-03-19,2020-03-19,,,,,0,,,,false,true,false,false,,Nil.,,,medium
            """;

    static final String CLAIMS = """
            iso3,state,claim_kind,ground,count,effective_on,claimed_from,claimed_to,disputed_from,disputed_to,disputed_by,\
            summary,source_title,source_address,confidence
            NOR,Norway,EXEMPTION,REFUGEE_LAW,2,,2020-03-19,2020-03-19,,,,Two persons hold refugee status.,,,high
            SWE,Sweden,SCOPE,NOT_EARNING_INCOME,1,2020-03,2020-03-19,2020-03-19,2020-06-01,2020-06-30,PANEL,,,,medium
            """;

    static final String EVIDENCE = """
            iso3,state,as_of_from,as_of_to,received_from,received_to,kind,figure,measure,contests,statement,\
            source_address,confidence
            NOR,Norway,2019-09-01,2019-09-30,2019-10-02,2019-10-02,PRESS,3,PRESENT,true,Three persons were said to be at work.,,low
            """;

    static final String NOTICES = """
            iso3,category,count,departed,destination,mode,received_from,received_to,summary,source_title,source_address,\
            confidence,basis,visa,sector
            NOR,WORKER,12,2019-11-14,PRK,AIR,2019-11-20,2019-11-20,,Registry volume 14,,high,LEFT,D-8,CONSTRUCTION
            SWE,DEPENDANT,2,2019-11,XXX,,2019-12-01,2019-12-31,Two children left with a worker.,,,medium,,,
            """;

    static final String BASELINES = """
            iso3,count,basis,on,received_from,received_to,summary,source_title,source_address,confidence
            NOR,24,PERMITS,2017-12-22,2018-02-01,2018-02-01,,Registry volume 9,,high
            """;

    static final String ARRIVALS = """
            iso3,category,count,arrived,received_from,received_to,summary,source_title,source_address,confidence
            NOR,WORKER,2,2018-05,2018-06-04,2018-06-04,,Registry volume 10,,high
            """;

    static final String RESULT = """
            {"kind":"filings","dryRun":false,"rows":2,"entered":2,"alreadyEntered":0,"errorsCount":0,"errors":[],"warningsCount":0,"warnings":[],\
            "fileSha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}""";

    static final String INVALID = """
            {"type":"urn:stele:problem:import-invalid","title":"Unprocessable Content","status":422,\
            "detail":"Nothing was entered: the file has an error. Correct it and send it again.",\
            "instance":"/api/v1/imports/filings","code":"import-invalid","rows":2,"errorsCount":1,\
            "errors":[{"field":"row 3, column received_from","row":3,"column":"received_from",\
            "message":"No calendar has this day.","got":"2019-02-30"}],\
            "fileSha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}""";

    private ImportDescription() {}
}
