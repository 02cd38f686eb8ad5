//! What is done, which digital service, in which unit, what is studied: vocabularies of ours for what
//! official texts say in many ways.

codes! {
    /// A kind of work, the weightiest first: where a project has several they are told so.
    Work {
        // Buildings, whole.
        Rebuilding => "rebuilding",
        NewBuilding => "new_building",
        Reconstruction => "reconstruction",
        Extension => "extension",
        NewWing => "new_wing",
        SecondBuilding => "second_building",
        SwingBuilding => "swing_building",
        Moving => "moving",
        Merging => "merging",
        ChangeOfUse => "change_of_use",
        Restoration => "restoration",
        Demolition => "demolition",
        // Lines of transport.
        DoubleTrack => "double_track",
        ShorePower => "shore_power",
        Electrification => "electrification",
        Signals => "signals",
        Rails => "rails",
        LevelCrossing => "level_crossing",
        NewRoad => "new_road",
        Roundabout => "roundabout",
        RoadWidening => "road_widening",
        RoadStrengthening => "road_strengthening",
        BasaltSurface => "basalt_surface",
        RoadSurface => "road_surface",
        NewSidewalks => "new_sidewalks",
        SidewalksRedone => "sidewalks_redone",
        Sidewalks => "sidewalks",
        Crossings => "crossings",
        SafetyBarriers => "safety_barriers",
        Parapets => "parapets",
        RestAreas => "rest_areas",
        Signs => "signs",
        RoadMarkings => "road_markings",
        // Land and water.
        Rockfall => "rockfall",
        RetainingWall => "retaining_wall",
        LandslideWorks => "landslide_works",
        FloodDefence => "flood_defence",
        CoastDefence => "coast_defence",
        Dredging => "dredging",
        LandCleaning => "land_cleaning",
        Leaks => "leaks",
        WaterMeters => "water_meters",
        WaterPressure => "water_pressure",
        MoreWater => "more_water",
        DrinkingWater => "drinking_water",
        MoreStorage => "more_storage",
        Interconnection => "interconnection",
        NewPipes => "new_pipes",
        PipesReplaced => "pipes_replaced",
        Pipes => "pipes",
        Irrigation => "irrigation",
        Planting => "planting",
        Greenery => "greenery",
        WasteCollection => "waste_collection",
        // Parts of a building.
        VacantHomes => "vacant_homes",
        QuakeProof => "quake_proof",
        Seismic => "seismic",
        Structure => "structure",
        Floors => "floors",
        FireSafety => "fire_safety",
        Asbestos => "asbestos",
        Roof => "roof",
        RoofCare => "roof_care",
        Windows => "windows",
        Shading => "shading",
        Facade => "facade",
        Insulation => "insulation",
        SolarPanels => "solar_panels",
        HeatPump => "heat_pump",
        Heating => "heating",
        NewCooling => "new_cooling",
        Cooling => "cooling",
        Air => "air",
        Led => "led",
        Lighting => "lighting",
        EnergySaving => "energy_saving",
        Lift => "lift",
        Accessibility => "accessibility",
        Sanitary => "sanitary",
        Wiring => "wiring",
        Systems => "systems",
        Waterproofing => "waterproofing",
        Paving => "paving",
        Outdoors => "outdoors",
        // Things that are bought or put in.
        Machines => "machines",
        Vehicles => "vehicles",
        Charging => "charging",
        Furniture => "furniture",
        StreetFurniture => "street_furniture",
        Classrooms => "classrooms",
        NewSpaces => "new_spaces",
        Labs => "labs",
        DigitalTools => "digital_tools",
        Cameras => "cameras",
        Monitoring => "monitoring",
        DataNetwork => "data_network",
        Equipment => "equipment",
        // Digital services.
        CloudMigration => "cloud_migration",
        Website => "website",
        OnlineServices => "online_services",
        Cybersecurity => "cybersecurity",
        Telemedicine => "telemedicine",
        Software => "software",
        Digitising => "digitising",
        // People, knowledge, firms.
        Doctorates => "doctorates",
        Scholarships => "scholarships",
        Hiring => "hiring",
        Training => "training",
        Guidance => "guidance",
        MusicGuidance => "music_guidance",
        Research => "research",
        CivilService => "civil_service",
        HomeCare => "home_care",
        SocialSupport => "social_support",
        TradeFairs => "trade_fairs",
        Ecommerce => "ecommerce",
        FirmGreen => "firm_green",
        FirmDigital => "firm_digital",
        GoingAbroad => "going_abroad",
        Events => "events",
        Promotion => "promotion",
        // Words that say little, last.
        UrbanRenewal => "urban_renewal",
        Renovation => "renovation",
        Refit => "refit",
        Adaptation => "adaptation",
        Safety => "safety",
        Recovery => "recovery",
        Completion => "completion",
        Repair => "repair",
        /// "Sistemazione": put in order, no text says how.
        Tidying => "tidying",
        Upgrade => "upgrade",
        Renewal => "renewal",
        Maintenance => "maintenance",
        Creation => "creation",
        /// Nothing but a study or a design.
        Design => "design",
    }
}

codes! {
    /// A digital service that a public body takes up.
    Service {
        PagoPa => "pagopa",
        AppIo => "app_io",
        SpidCie => "spid_cie",
        Anpr => "anpr",
        Ansc => "ansc",
        Anncsu => "anncsu",
        Pdnd => "pdnd",
        ItWallet => "it_wallet",
        /// The platform for notices with legal force.
        Send => "send",
        Cloud => "cloud",
        DataCentre => "data_centre",
        Website => "website",
        OnlineServices => "online_services",
    }
}

codes! {
    /// What a quantity counts or measures.
    Unit {
        Places => "places",
        Beds => "beds",
        ParkingPlaces => "parking_places",
        Services => "services",
        Flats => "flats",
        Classrooms => "classrooms",
        Buildings => "buildings",
        Lifts => "lifts",
        Lamps => "lamps",
        Trees => "trees",
        Machines => "machines",
        Buses => "buses",
        Vehicles => "vehicles",
        Trains => "trains",
        Bins => "bins",
        ChargingPoints => "charging_points",
        Meters => "meters",
        Sensors => "sensors",
        Scholarships => "scholarships",
        Researchers => "researchers",
        Kilometres => "km",
        Metres => "m",
        SquareMetres => "m2",
        CubicMetres => "m3",
        Hectares => "ha",
        Kilowatts => "kw",
        Megawatts => "mw",
        /// Inhabitants that a sewage plant can serve.
        Inhabitants => "inhabitants",
    }
}

impl Work {
    /// One of the words that say little, which stand last in the vocabulary.
    pub fn is_vague(self) -> bool {
        self >= Work::Renovation
    }

    /// A vague one that says something beside others: what else is mended is not the roof.
    pub fn is_beside(self) -> bool {
        matches!(
            self,
            Work::Renovation | Work::Refit | Work::Adaptation | Work::Safety
        )
    }
}

codes! {
    /// What a contract for services is for, where its official object says it.
    Task {
        Design => "design",
        Supervision => "supervision",
        Safety => "safety",
        Inspection => "inspection",
        Surveys => "surveys",
        /// What a geologist writes of the ground.
        Ground => "ground",
        /// Of a geologist it is not said what.
        Geologist => "geologist",
        /// Samples are tried in a laboratory.
        Laboratory => "laboratory",
        /// Materials and structures are tried where they stand.
        Trials => "trials",
        /// Whether a house stands an earthquake.
        Quake => "quake",
        DesignCheck => "design_check",
        Archaeology => "archaeology",
        EnergyCertificate => "energy_certificate",
        Support => "support",
        Engineering => "engineering",
        /// Beside the design that builders make as well.
        Works => "works",
        /// A contract that is under way is changed.
        Change => "change",
    }
}

codes! {
    /// What civilian service is for, and a space of a town.
    Aim {
        Addiction => "addiction",
        Violence => "violence",
        Poverty => "poverty",
        Disability => "disability",
        Elderly => "elderly",
        Minors => "minors",
        Families => "families",
        Inclusion => "inclusion",
        Education => "education",
        Libraries => "libraries",
        Culture => "culture",
        Sport => "sport",
        Environment => "environment",
        CivilProtection => "civil_protection",
        Health => "health",
        Legality => "legality",
        Rights => "rights",
        Peace => "peace",
        Digital => "digital",
        Company => "company",
        SharedHomes => "shared_homes",
        Everyone => "everyone",
    }
}

codes! {
    /// What a project of research, or a doctorate, is about.
    Study {
        Mathematics => "mathematics",
        Statistics => "statistics",
        Computing => "computing",
        Intelligence => "artificial_intelligence",
        Security => "cybersecurity",
        Robotics => "robotics",
        Quantum => "quantum",
        Physics => "physics",
        Astronomy => "astronomy",
        Space => "space",
        Chemistry => "chemistry",
        Materials => "materials",
        Biology => "biology",
        Pharmacy => "pharmacy",
        Medicine => "medicine",
        Cancer => "cancer",
        Brain => "brain",
        Heart => "heart",
        Infections => "infections",
        Veterinary => "veterinary",
        Agriculture => "agriculture",
        Food => "food",
        Forests => "forests",
        Engineering => "engineering",
        Electronics => "electronics",
        Energy => "energy",
        Architecture => "architecture",
        Building => "building",
        Environment => "environment",
        Earth => "earth",
        Land => "land",
        Sea => "sea",
        Water => "water",
        Transport => "transport",
        Economy => "economy",
        Law => "law",
        Politics => "politics",
        History => "history",
        Archaeology => "archaeology",
        Heritage => "heritage",
        Art => "art",
        Languages => "languages",
        Philosophy => "philosophy",
        Education => "education",
        Psychology => "psychology",
        Administration => "administration",
        Tourism => "tourism",
    }
}
