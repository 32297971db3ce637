package org.stele.events;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the 193 Member States of the United Nations, named by its ISO 3166-1 alpha-3 code.
 *
 * <p>A constant's name is stored with every event of that State and is never changed; a State that renames itself keeps
 * its constant and gets a new official name.
 */
public enum MemberState {
    AFG("AF", "Afghanistan", RegionalGroup.ASIA_PACIFIC),
    AGO("AO", "Angola", RegionalGroup.AFRICAN),
    ALB("AL", "Albania", RegionalGroup.EASTERN_EUROPEAN),
    AND("AD", "Andorra", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    ARE("AE", "United Arab Emirates", RegionalGroup.ASIA_PACIFIC),
    ARG("AR", "Argentina", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    ARM("AM", "Armenia", RegionalGroup.EASTERN_EUROPEAN),
    ATG("AG", "Antigua and Barbuda", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    AUS("AU", "Australia", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    AUT("AT", "Austria", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    AZE("AZ", "Azerbaijan", RegionalGroup.EASTERN_EUROPEAN),
    BDI("BI", "Burundi", RegionalGroup.AFRICAN),
    BEL("BE", "Belgium", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    BEN("BJ", "Benin", RegionalGroup.AFRICAN),
    BFA("BF", "Burkina Faso", RegionalGroup.AFRICAN),
    BGD("BD", "Bangladesh", RegionalGroup.ASIA_PACIFIC),
    BGR("BG", "Bulgaria", RegionalGroup.EASTERN_EUROPEAN),
    BHR("BH", "Bahrain", RegionalGroup.ASIA_PACIFIC),
    BHS("BS", "Bahamas", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    BIH("BA", "Bosnia and Herzegovina", RegionalGroup.EASTERN_EUROPEAN),
    BLR("BY", "Belarus", RegionalGroup.EASTERN_EUROPEAN),
    BLZ("BZ", "Belize", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    BOL("BO", "Bolivia (Plurinational State of)", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    BRA("BR", "Brazil", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    BRB("BB", "Barbados", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    BRN("BN", "Brunei Darussalam", RegionalGroup.ASIA_PACIFIC),
    BTN("BT", "Bhutan", RegionalGroup.ASIA_PACIFIC),
    BWA("BW", "Botswana", RegionalGroup.AFRICAN),
    CAF("CF", "Central African Republic", RegionalGroup.AFRICAN),
    CAN("CA", "Canada", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    CHE("CH", "Switzerland", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    CHL("CL", "Chile", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    CHN("CN", "China", RegionalGroup.ASIA_PACIFIC),
    CIV("CI", "Côte d'Ivoire", RegionalGroup.AFRICAN),
    CMR("CM", "Cameroon", RegionalGroup.AFRICAN),
    COD("CD", "Democratic Republic of the Congo", RegionalGroup.AFRICAN),
    COG("CG", "Congo", RegionalGroup.AFRICAN),
    COL("CO", "Colombia", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    COM("KM", "Comoros", RegionalGroup.AFRICAN),
    CPV("CV", "Cabo Verde", RegionalGroup.AFRICAN),
    CRI("CR", "Costa Rica", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    CUB("CU", "Cuba", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    CYP("CY", "Cyprus", RegionalGroup.ASIA_PACIFIC),
    CZE("CZ", "Czechia", RegionalGroup.EASTERN_EUROPEAN),
    DEU("DE", "Germany", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    DJI("DJ", "Djibouti", RegionalGroup.AFRICAN),
    DMA("DM", "Dominica", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    DNK("DK", "Denmark", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    DOM("DO", "Dominican Republic", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    DZA("DZ", "Algeria", RegionalGroup.AFRICAN),
    ECU("EC", "Ecuador", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    EGY("EG", "Egypt", RegionalGroup.AFRICAN),
    ERI("ER", "Eritrea", RegionalGroup.AFRICAN),
    ESP("ES", "Spain", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    EST("EE", "Estonia", RegionalGroup.EASTERN_EUROPEAN),
    ETH("ET", "Ethiopia", RegionalGroup.AFRICAN),
    FIN("FI", "Finland", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    FJI("FJ", "Fiji", RegionalGroup.ASIA_PACIFIC),
    FRA("FR", "France", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    FSM("FM", "Micronesia (Federated States of)", RegionalGroup.ASIA_PACIFIC),
    GAB("GA", "Gabon", RegionalGroup.AFRICAN),
    GBR("GB", "United Kingdom of Great Britain and Northern Ireland", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    GEO("GE", "Georgia", RegionalGroup.EASTERN_EUROPEAN),
    GHA("GH", "Ghana", RegionalGroup.AFRICAN),
    GIN("GN", "Guinea", RegionalGroup.AFRICAN),
    GMB("GM", "Gambia", RegionalGroup.AFRICAN),
    GNB("GW", "Guinea-Bissau", RegionalGroup.AFRICAN),
    GNQ("GQ", "Equatorial Guinea", RegionalGroup.AFRICAN),
    GRC("GR", "Greece", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    GRD("GD", "Grenada", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    GTM("GT", "Guatemala", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    GUY("GY", "Guyana", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    HND("HN", "Honduras", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    HRV("HR", "Croatia", RegionalGroup.EASTERN_EUROPEAN),
    HTI("HT", "Haiti", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    HUN("HU", "Hungary", RegionalGroup.EASTERN_EUROPEAN),
    IDN("ID", "Indonesia", RegionalGroup.ASIA_PACIFIC),
    IND("IN", "India", RegionalGroup.ASIA_PACIFIC),
    IRL("IE", "Ireland", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    IRN("IR", "Iran (Islamic Republic of)", RegionalGroup.ASIA_PACIFIC),
    IRQ("IQ", "Iraq", RegionalGroup.ASIA_PACIFIC),
    ISL("IS", "Iceland", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    ISR("IL", "Israel", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    ITA("IT", "Italy", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    JAM("JM", "Jamaica", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    JOR("JO", "Jordan", RegionalGroup.ASIA_PACIFIC),
    JPN("JP", "Japan", RegionalGroup.ASIA_PACIFIC),
    KAZ("KZ", "Kazakhstan", RegionalGroup.ASIA_PACIFIC),
    KEN("KE", "Kenya", RegionalGroup.AFRICAN),
    KGZ("KG", "Kyrgyzstan", RegionalGroup.ASIA_PACIFIC),
    KHM("KH", "Cambodia", RegionalGroup.ASIA_PACIFIC),
    KIR("KI", "Kiribati", RegionalGroup.ASIA_PACIFIC),
    KNA("KN", "Saint Kitts and Nevis", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    KOR("KR", "Republic of Korea", RegionalGroup.ASIA_PACIFIC),
    KWT("KW", "Kuwait", RegionalGroup.ASIA_PACIFIC),
    LAO("LA", "Lao People's Democratic Republic", RegionalGroup.ASIA_PACIFIC),
    LBN("LB", "Lebanon", RegionalGroup.ASIA_PACIFIC),
    LBR("LR", "Liberia", RegionalGroup.AFRICAN),
    LBY("LY", "Libya", RegionalGroup.AFRICAN),
    LCA("LC", "Saint Lucia", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    LIE("LI", "Liechtenstein", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    LKA("LK", "Sri Lanka", RegionalGroup.ASIA_PACIFIC),
    LSO("LS", "Lesotho", RegionalGroup.AFRICAN),
    LTU("LT", "Lithuania", RegionalGroup.EASTERN_EUROPEAN),
    LUX("LU", "Luxembourg", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    LVA("LV", "Latvia", RegionalGroup.EASTERN_EUROPEAN),
    MAR("MA", "Morocco", RegionalGroup.AFRICAN),
    MCO("MC", "Monaco", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    MDA("MD", "Republic of Moldova", RegionalGroup.EASTERN_EUROPEAN),
    MDG("MG", "Madagascar", RegionalGroup.AFRICAN),
    MDV("MV", "Maldives", RegionalGroup.ASIA_PACIFIC),
    MEX("MX", "Mexico", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    MHL("MH", "Marshall Islands", RegionalGroup.ASIA_PACIFIC),
    MKD("MK", "North Macedonia", RegionalGroup.EASTERN_EUROPEAN),
    MLI("ML", "Mali", RegionalGroup.AFRICAN),
    MLT("MT", "Malta", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    MMR("MM", "Myanmar", RegionalGroup.ASIA_PACIFIC),
    MNE("ME", "Montenegro", RegionalGroup.EASTERN_EUROPEAN),
    MNG("MN", "Mongolia", RegionalGroup.ASIA_PACIFIC),
    MOZ("MZ", "Mozambique", RegionalGroup.AFRICAN),
    MRT("MR", "Mauritania", RegionalGroup.AFRICAN),
    MUS("MU", "Mauritius", RegionalGroup.AFRICAN),
    MWI("MW", "Malawi", RegionalGroup.AFRICAN),
    MYS("MY", "Malaysia", RegionalGroup.ASIA_PACIFIC),
    NAM("NA", "Namibia", RegionalGroup.AFRICAN),
    NER("NE", "Niger", RegionalGroup.AFRICAN),
    NGA("NG", "Nigeria", RegionalGroup.AFRICAN),
    NIC("NI", "Nicaragua", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    NLD("NL", "Netherlands", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    NOR("NO", "Norway", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    NPL("NP", "Nepal", RegionalGroup.ASIA_PACIFIC),
    NRU("NR", "Nauru", RegionalGroup.ASIA_PACIFIC),
    NZL("NZ", "New Zealand", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    OMN("OM", "Oman", RegionalGroup.ASIA_PACIFIC),
    PAK("PK", "Pakistan", RegionalGroup.ASIA_PACIFIC),
    PAN("PA", "Panama", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    PER("PE", "Peru", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    PHL("PH", "Philippines", RegionalGroup.ASIA_PACIFIC),
    PLW("PW", "Palau", RegionalGroup.ASIA_PACIFIC),
    PNG("PG", "Papua New Guinea", RegionalGroup.ASIA_PACIFIC),
    POL("PL", "Poland", RegionalGroup.EASTERN_EUROPEAN),
    PRK("KP", "Democratic People's Republic of Korea", RegionalGroup.ASIA_PACIFIC),
    PRT("PT", "Portugal", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    PRY("PY", "Paraguay", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    QAT("QA", "Qatar", RegionalGroup.ASIA_PACIFIC),
    ROU("RO", "Romania", RegionalGroup.EASTERN_EUROPEAN),
    RUS("RU", "Russian Federation", RegionalGroup.EASTERN_EUROPEAN),
    RWA("RW", "Rwanda", RegionalGroup.AFRICAN),
    SAU("SA", "Saudi Arabia", RegionalGroup.ASIA_PACIFIC),
    SDN("SD", "Sudan", RegionalGroup.AFRICAN),
    SEN("SN", "Senegal", RegionalGroup.AFRICAN),
    SGP("SG", "Singapore", RegionalGroup.ASIA_PACIFIC),
    SLB("SB", "Solomon Islands", RegionalGroup.ASIA_PACIFIC),
    SLE("SL", "Sierra Leone", RegionalGroup.AFRICAN),
    SLV("SV", "El Salvador", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    SMR("SM", "San Marino", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    SOM("SO", "Somalia", RegionalGroup.AFRICAN),
    SRB("RS", "Serbia", RegionalGroup.EASTERN_EUROPEAN),
    SSD("SS", "South Sudan", RegionalGroup.AFRICAN),
    STP("ST", "Sao Tome and Principe", RegionalGroup.AFRICAN),
    SUR("SR", "Suriname", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    SVK("SK", "Slovakia", RegionalGroup.EASTERN_EUROPEAN),
    SVN("SI", "Slovenia", RegionalGroup.EASTERN_EUROPEAN),
    SWE("SE", "Sweden", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    SWZ("SZ", "Eswatini", RegionalGroup.AFRICAN),
    SYC("SC", "Seychelles", RegionalGroup.AFRICAN),
    SYR("SY", "Syrian Arab Republic", RegionalGroup.ASIA_PACIFIC),
    TCD("TD", "Chad", RegionalGroup.AFRICAN),
    TGO("TG", "Togo", RegionalGroup.AFRICAN),
    THA("TH", "Thailand", RegionalGroup.ASIA_PACIFIC),
    TJK("TJ", "Tajikistan", RegionalGroup.ASIA_PACIFIC),
    TKM("TM", "Turkmenistan", RegionalGroup.ASIA_PACIFIC),
    TLS("TL", "Timor-Leste", RegionalGroup.ASIA_PACIFIC),
    TON("TO", "Tonga", RegionalGroup.ASIA_PACIFIC),
    TTO("TT", "Trinidad and Tobago", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    TUN("TN", "Tunisia", RegionalGroup.AFRICAN),
    TUR("TR", "Türkiye", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    TUV("TV", "Tuvalu", RegionalGroup.ASIA_PACIFIC),
    TZA("TZ", "United Republic of Tanzania", RegionalGroup.AFRICAN),
    UGA("UG", "Uganda", RegionalGroup.AFRICAN),
    UKR("UA", "Ukraine", RegionalGroup.EASTERN_EUROPEAN),
    URY("UY", "Uruguay", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    USA("US", "United States of America", RegionalGroup.WESTERN_EUROPEAN_AND_OTHERS),
    UZB("UZ", "Uzbekistan", RegionalGroup.ASIA_PACIFIC),
    VCT("VC", "Saint Vincent and the Grenadines", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    VEN("VE", "Venezuela (Bolivarian Republic of)", RegionalGroup.LATIN_AMERICAN_AND_CARIBBEAN),
    VNM("VN", "Viet Nam", RegionalGroup.ASIA_PACIFIC),
    VUT("VU", "Vanuatu", RegionalGroup.ASIA_PACIFIC),
    WSM("WS", "Samoa", RegionalGroup.ASIA_PACIFIC),
    YEM("YE", "Yemen", RegionalGroup.ASIA_PACIFIC),
    ZAF("ZA", "South Africa", RegionalGroup.AFRICAN),
    ZMB("ZM", "Zambia", RegionalGroup.AFRICAN),
    ZWE("ZW", "Zimbabwe", RegionalGroup.AFRICAN);

    private static final Map<String, MemberState> BY_ISO3 =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(MemberState::iso3, Function.identity()));

    private final String iso2;
    private final String officialName;
    private final RegionalGroup regionalGroup;

    MemberState(String iso2, String officialName, RegionalGroup regionalGroup) {
        this.iso2 = iso2;
        this.officialName = officialName;
        this.regionalGroup = regionalGroup;
    }

    /** The Member State with this code in capitals, or empty when no Member State has it. */
    public static Optional<MemberState> find(String iso3) {
        return Optional.ofNullable(BY_ISO3.get(iso3));
    }

    /** The ISO 3166-1 alpha-3 code in capitals, such as {@code NOR}. */
    public String iso3() {
        return name();
    }

    /** The ISO 3166-1 alpha-2 code in capitals, such as {@code NO}. */
    public String iso2() {
        return iso2;
    }

    /** The short name that the United Nations uses, in English. */
    public String officialName() {
        return officialName;
    }

    /** The regional group of the General Assembly that the State votes with. */
    public RegionalGroup regionalGroup() {
        return regionalGroup;
    }
}
